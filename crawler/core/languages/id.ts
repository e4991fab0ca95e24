import type { Language } from './language.ts';

/** Indonesian; Malay, which says many of these things alike, is told from it by a few words alone. */
export const indonesian: Language = {
  code: 'id',
  trigramCodes: ['ind'],
  name: 'Indonesian',
  ownName: 'Bahasa Indonesia',
  scripts: ['Latn'],
  direction: 'ltr',
  commonWords: `dan, yang, untuk, anda, dengan, kami, dari, atau, pada, dalam, ini, tidak, dapat, akan, adalah, ke, oleh, di, tersebut, bahwa,
    data, informasi, kepada, sebagai, jika, serta, karena, juga, kita, bisa`,
  policies: `kebijakan (perlindungan) privasi/kerahasiaan/data, kebijakan tentang privasi, pemberitahuan/pernyataan/ketentuan (tentang) privasi/kerahasiaan,
    perlindungan data (pribadi), pelindungan data (pribadi), pemrosesan data pribadi, kebijakan perlindungan data, kebijakan data pribadi`,
  privacy: `privasi, kerahasiaan, perlindungan data, pelindungan data, data pribadi`,
  personalData: `privasi, data pribadi, informasi pribadi, kerahasiaan`,
  documentKinds: `kebijakan, ketentuan, pernyataan, pemberitahuan, syarat, perjanjian, aturan, pedoman`,
  otherDocuments: `ketentuan, syarat, syarat dan ketentuan, ketentuan layanan/penggunaan, perjanjian pengguna, hak cipta, penafian, sangkalan`,
  data: `data, informasi`,
  hubs: `hukum, informasi hukum, syarat dan ketentuan, ketentuan layanan, ketentuan penggunaan, tentang kami, bantuan`,
  settings: `pengaturan, preferensi, berhenti berlangganan`,
  ruleWords: `data, informasi, persetujuan, pihak ketiga, hak, hukum, undang, mengumpulkan, memproses, mengungkapkan, tujuan, tanggung jawab, cookie*,
    kebijakan, ketentuan, pribadi`,
  audiences: {
    applicants: `pelamar, karier, karir, rekrutmen, lowongan`,
    employees: `karyawan`,
    children: `anak, anak anak`,
    suppliers: `pemasok, mitra, vendor`,
    health: `pasien`,
    investors: `pemegang saham, investor`,
  },
  notFound: `tidak ditemukan, tidak ada, kesalahan 404`,
  paths: `kebijakan-privasi, privasi, perlindungan-data, privacy-policy`,
};
