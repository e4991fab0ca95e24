import type { DateWords } from './date-words.ts';

/** Languages of Asia, and Arabic and Hebrew. */
export const ASIAN_DATES: Readonly<Record<string, DateWords>> = {
  zh: {
    updated:
      '更新日期, 更新时间, 更新時間, 最近更新, 最后更新, 最後更新, 最新更新, 更新于, 更新於, 更新, 修订日期, 修訂日期, 修订, 修訂, 修改日期, 修改, 版本, 最后修改, 最後修改, 最后修订, 最後修訂',
    effective:
      '生效日期, 生效时间, 生效時間, 生效于, 生效於, 生效日, 生效, 施行, 实施日期, 實施日期, 起施行, 起实施',
    posted: '发布日期, 發布日期, 發佈日期, 发布时间, 发布, 發布, 發佈, 公布, 公佈, 制定日期, 订立日期',
    opening: '日期, 自, 截至',
    document: '政策, 协议, 協議, 声明, 聲明, 条款, 條款, 隐私, 隱私, 指引, 公告, 规则, 規則, 须知',
    law: '法律, 条例, 條例, 办法, 辦法, 保护法, 保護法, 安全法, 规定, 規定, 民法典',
    other: '上一版本, 上一版, 旧版, 舊版, 历史版本, 歷史版本, 之前, 截止',
  },
  ja: {
    updated:
      '最終更新日, 最終更新, 更新日, 更新, 最終改定日, 最終改訂日, 最終改定, 最終改訂, 改定日, 改訂日, 改定, 改訂, 改正日, 改正, 一部改正, 変更日, 変更, 版',
    effective: '施行日, 施行, 発効日, 発効, 適用開始日, 適用日, 適用, 実施, 効力発生日, より有効',
    posted: '制定日, 制定, 公開日, 公開, 公表日, 公表, 掲載日, 掲載, 策定日, 策定, 作成日',
    opening: '日付',
    document: 'ポリシー, 方針, 規約, 声明, 通知, 本書, 本規程, プライバシー, 取扱い, 取り扱い, 規程, 宣言',
    law: '法律, 保護法, 政令, 省令, 条例, 規則第, 法第',
    other: '旧版, 旧規約, 前回, まで, 以前',
  },
  ko: {
    updated:
      '최종 업데이트*, 최근 업데이트*, 마지막 업데이트*, 업데이트*, 최종 수정일*, 최종수정일*, 최종 수정*, 수정일*, 수정되*, 수정, 최종 개정일*, 개정일*, 개정되*, 개정, 변경일*, 변경일자*, 변경되*, 갱신*, 버전',
    effective:
      '시행일자*, 시행일*, 시행되*, 시행합니다, 시행, 시행됩니다, 적용일자*, 적용일*, 적용됩니다, 적용되*, 발효일*, 발효, 효력 발생일*, 효력*, 유효*',
    posted: '공고일자*, 공고일*, 공고, 게시일*, 게시, 공개일*, 제정일*, 제정, 작성일*, 발행일*, 공지일*',
    opening: '날짜, 일자',
    document: '방침*, 약관*, 정책*, 처리방침*, 개인정보*, 고지*, 안내*, 본, 공지*',
    law: '법률*, 법, 보호법*, 시행령*, 고시*, 망법*',
    other: '이전 버전*, 이전 방침*, 구 버전*, 까지, 이전',
  },
  ar: {
    updated:
      'آخر تحديث, اخر تحديث, تاريخ التحديث, تم التحديث, تم تحديث*, تحديث, آخر تعديل, تاريخ آخر تعديل, تم تعديل*, تعديل, آخر مراجعة, مراجعة, النسخة, الإصدار',
    effective:
      'تاريخ السريان, تاريخ النفاذ, تاريخ سريان, تاريخ بدء, سارية من, ساري من, سارية اعتبارا من, تسري, يسري, سريان, نافذة, نافذ, حيز التنفيذ, تاريخ الفعالية',
    posted: 'تاريخ النشر, نشرت, نشر, تاريخ الإصدار, صدرت, صدر',
    opening: 'اعتبارا من, منذ, تاريخ, التاريخ, بتاريخ',
    document: 'سياسة, السياسة, الخصوصية, بيان, إشعار, شروط, الشروط, اتفاقية, وثيقة, صفحة',
    law: 'قانون, القانون, لائحة, اللائحة, نظام, مرسوم, توجيه',
    other: 'النسخة السابقة, الإصدار السابق, حتى, قبل',
  },
  he: {
    updated:
      'עדכון אחרון, עודכן, עודכנה, עודכן לאחרונה, עודכנה לאחרונה, תאריך עדכון, תאריך העדכון, עדכון, מעודכן, מעודכנת, שונה, נוסח מיום, גרסה, גירסה, תוקן, תוקנה',
    effective:
      'בתוקף מיום, בתוקף החל, בתוקף, נכנסת לתוקף, נכנס לתוקף, כניסה לתוקף, תאריך תחילה, תקף, תקפה, תחילת תוקף',
    posted: 'פורסם, פורסמה, תאריך פרסום, פרסום, אושר, אושרה',
    opening: 'החל מיום, החל מ, מיום, תאריך, נכון ליום, נכון ל',
    document: 'מדיניות, הצהרת, הודעה, תנאי, תקנון, מסמך, הפרטיות, פרטיות, דף',
    law: 'חוק, החוק, תקנות, תקנה, דירקטיבה, פקודה',
    other: 'גרסה קודמת, גרסאות קודמות, נוסח קודם, עד, לפני',
  },
  hi: {
    updated:
      'अंतिम अपडेट, अंतिम बार अपडेट, आखिरी अपडेट, अंतिम अद्यतन, अपडेट किया गया, अपडेट की गई, अपडेट, अद्यतन, अंतिम संशोधन, संशोधित, संशोधन, संस्करण, नवीनीकृत',
    effective: 'प्रभावी तिथि, प्रभावी तारीख, प्रभावी, से लागू, लागू होने की तिथि, लागू, प्रभाव में',
    posted: 'प्रकाशित, प्रकाशन तिथि, प्रकाशन, जारी',
    opening: 'दिनांक, तारीख, तिथि',
    document: 'नीति, गोपनीयता, सूचना, शर्तें, शर्तों, दस्तावेज़, कथन, पृष्ठ',
    law: 'अधिनियम, कानून, विनियमन, नियम',
    other: 'पिछला संस्करण, पिछले संस्करण, तक, पहले',
  },
  th: {
    updated:
      'ปรับปรุงล่าสุด, อัปเดตล่าสุด, อัพเดทล่าสุด, อัพเดตล่าสุด, แก้ไขล่าสุด, ปรับปรุงเมื่อ, แก้ไขเมื่อ, อัปเดต, อัพเดท, ปรับปรุง, แก้ไข, ฉบับ, ทบทวน',
    effective: 'มีผลบังคับใช้, มีผลใช้บังคับ, วันที่มีผล, มีผล, บังคับใช้',
    posted: 'เผยแพร่, ประกาศ, จัดทำ',
    opening: 'วันที่, ณ วันที่, ตั้งแต่วันที่',
    document: 'นโยบาย, ความเป็นส่วนตัว, ประกาศ, ข้อกำหนด, เงื่อนไข, เอกสาร, ข้อตกลง',
    law: 'พระราชบัญญัติ, พรบ, กฎหมาย, ข้อบังคับ',
    other: 'ฉบับก่อน, เวอร์ชันก่อนหน้า, จนถึง, ก่อนวันที่',
  },
  vi: {
    updated:
      'cập nhật lần cuối, lần cập nhật cuối, cập nhật, sửa đổi lần cuối, sửa đổi, chỉnh sửa, phiên bản, cập nhật mới nhất',
    effective: 'có hiệu lực, ngày hiệu lực, hiệu lực, áp dụng từ',
    posted: 'đăng ngày, ngày đăng, công bố, ban hành, ngày ban hành, xuất bản',
    opening: 'kể từ ngày, từ ngày, ngày, kể từ',
    document:
      'chính sách, tuyên bố, thông báo, điều khoản, tài liệu, quyền riêng tư, bảo mật, trang, thỏa thuận',
    law: 'luật, nghị định, quy định, thông tư, bộ luật',
    other: 'phiên bản trước, bản trước, đến ngày, trước ngày, cho đến',
  },
  id: {
    updated:
      'terakhir diperbarui, pembaruan terakhir, diperbarui, diperbaharui, terakhir diubah, diubah, terakhir direvisi, direvisi, perubahan terakhir, revisi, versi, diupdate, update terakhir',
    effective:
      'tanggal efektif, efektif, berlaku sejak, berlaku mulai, mulai berlaku, tanggal berlaku, berlaku efektif, berlaku',
    posted: 'diterbitkan, dipublikasikan, tanggal terbit, diposting, ditetapkan',
    opening: 'per, sejak, mulai, tanggal',
    document:
      'kebijakan, pernyataan, pemberitahuan, syarat, ketentuan, dokumen, privasi, halaman, perjanjian',
    law: 'undang-undang, uu, peraturan, nomor',
    other: 'versi sebelumnya, hingga, sampai, sebelum',
  },
  ms: {
    updated:
      'kemas kini terakhir, dikemas kini, dikemaskini, terakhir dikemas kini, pindaan terakhir, dipinda, disemak, versi',
    effective: 'tarikh berkuat kuasa, berkuat kuasa, berkuatkuasa, mula berkuat kuasa, efektif',
    posted: 'diterbitkan, tarikh terbit, disiarkan',
    opening: 'mulai, sejak, tarikh, bermula',
    document: 'dasar, polisi, notis, penyata, terma, syarat, dokumen, privasi, halaman, perjanjian',
    law: 'akta, undang-undang, peraturan',
    other: 'versi terdahulu, versi sebelumnya, sehingga, sebelum',
  },
};
