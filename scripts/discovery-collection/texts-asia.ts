import type { Wording } from './wording.ts';

/** Invented policies in languages of Asia. */
export const asianPolicies = {
  zh: {
    title: '隐私政策',
    paragraphs: [
      '本政策说明{name}收集哪些个人信息、为何收集，以及保存多长时间。我们只收集提供服务所必需的信息。',
      '开设账户时，我们会询问您的姓名和电子邮件地址。下订单时，还需要填写收货地址，否则无法寄送包裹。',
      '我们的服务器会记录每次访问的时间和所打开的页面。这些记录会在九十天后删除，遭到攻击的情况除外。',
      '我们使用Cookie，仅用于让您保持登录状态。拒绝Cookie的浏览器仍可阅读全部内容，但不能下订单。',
      '只有在配送和付款需要时，或者法律要求时，我们才会向第三方提供信息。除此之外，任何人都得不到这些信息。',
      '您有权查阅、更正和删除您的个人信息，并可以随时撤回同意。请写信给我们，我们会在一个月内答复。',
    ],
  },
  'zh-Hant': {
    title: '隱私權政策',
    paragraphs: [
      '本政策說明{name}蒐集哪些個人資料、為何蒐集，以及保存多久。我們只蒐集提供服務所必要的資料。',
      '開設帳戶時，我們會詢問您的姓名與電子郵件地址。下訂單時，還需要填寫收件地址，否則無法寄送包裹。',
      '我們的伺服器會記錄每次造訪的時間與開啟的頁面。這些紀錄會在九十天後刪除，遭到攻擊的情況除外。',
      '我們使用Cookie，僅用於讓您保持登入狀態。拒絕Cookie的瀏覽器仍可閱讀全部內容，但不能下訂單。',
      '只有在配送與付款需要時，或者法律要求時，我們才會向第三人提供資料。除此之外，任何人都得不到這些資料。',
      '您有權查閱、更正與刪除您的個人資料，並可以隨時撤回同意。請寫信給我們，我們會在一個月內回覆。',
    ],
  },
  ja: {
    title: 'プライバシーポリシー',
    paragraphs: [
      'この方針は、{name}がどのような個人情報を、何のために取得し、どれだけの期間保管するかを説明するものです。',
      'アカウントを開設する際には、お名前とメールアドレスをお尋ねします。ご注文の際には、お届け先の住所も必要です。',
      '当社のサーバーは、訪問の時刻と表示されたページを記録します。これらの記録は九十日後に削除します。',
      'クッキーは、ログインの状態を保つためにのみ使用します。クッキーを拒否しても、すべてのページを読むことができます。',
      '個人情報を第三者に提供するのは、配送や支払いに必要な場合、または法令に基づく場合に限ります。',
      'お客様は、ご自身の個人情報の開示、訂正、削除を求める権利があり、同意をいつでも撤回できます。',
    ],
  },
  ko: {
    title: '개인정보 처리방침',
    paragraphs: [
      '이 방침은 {name}이 어떤 개인정보를 왜 수집하고 얼마 동안 보관하는지를 설명합니다.',
      '계정을 만들 때 이름과 전자우편 주소를 여쭙니다. 주문하실 때에는 배송 주소도 필요합니다.',
      '당사의 서버는 방문 시각과 열어 본 페이지를 기록합니다. 이 기록은 구십 일 뒤에 삭제합니다.',
      '쿠키는 로그인 상태를 유지하기 위해서만 사용합니다. 쿠키를 거부해도 모든 글을 읽을 수 있지만 주문은 할 수 없습니다.',
      '개인정보는 배송과 결제에 필요하거나 법률이 요구하는 경우에만 제3자에게 제공합니다.',
      '이용자는 자신의 개인정보를 열람하고 정정하고 삭제할 권리가 있으며 언제든지 동의를 철회할 수 있습니다.',
    ],
  },
  ar: {
    title: 'سياسة الخصوصية',
    paragraphs: [
      'توضح هذه السياسة ما هي البيانات الشخصية التي تجمعها {name} ولماذا تجمعها وكم من الوقت تحتفظ بها.',
      'عند فتح حساب نطلب اسمك وعنوان بريدك الإلكتروني. وعند تقديم طلب نحتاج أيضا إلى عنوان للتسليم.',
      'تسجل خوادمنا وقت كل زيارة والصفحة التي تم فتحها. ونحذف هذه السجلات بعد تسعين يوما.',
      'نستخدم ملفات تعريف الارتباط لكي تبقى مسجلا فقط. ومن دونها يمكنك قراءة كل شيء ولكن لا يمكنك الطلب.',
      'لا نقدم البيانات إلى أطراف ثالثة إلا إذا كان ذلك ضروريا للتسليم والدفع أو إذا طلب القانون ذلك.',
      'لديك الحق في الاطلاع على بياناتك وتصحيحها وحذفها، ويمكنك سحب موافقتك في أي وقت.',
    ],
  },
  he: {
    title: 'מדיניות פרטיות',
    paragraphs: [
      'מדיניות זו מסבירה איזה מידע אישי אוספת {name}, מדוע הוא נאסף וכמה זמן הוא נשמר.',
      'בעת פתיחת חשבון אנו מבקשים את שמך ואת כתובת הדואר האלקטרוני שלך. להזמנה דרושה גם כתובת למשלוח.',
      'השרתים שלנו רושמים את השעה של כל ביקור ואת הדף שנפתח. רישומים אלה נמחקים לאחר תשעים יום.',
      'אנו משתמשים בעוגיות רק כדי שתישאר מחובר. בלעדיהן אפשר לקרוא הכול, אבל אי אפשר להזמין.',
      'אנו מוסרים מידע לצד שלישי רק כאשר הדבר נחוץ למשלוח ולתשלום או כאשר החוק דורש זאת.',
      'יש לך זכות לעיין במידע שלך, לתקן אותו ולמחוק אותו, ותוכל לחזור בך מהסכמתך בכל עת.',
    ],
  },
  hi: {
    title: 'गोपनीयता नीति',
    paragraphs: [
      'यह नीति बताती है कि {name} कौन सी व्यक्तिगत जानकारी एकत्र करता है, क्यों करता है और उसे कितने समय तक रखता है।',
      'खाता खोलते समय हम आपका नाम और ईमेल पता पूछते हैं। ऑर्डर के लिए हमें डिलीवरी का पता भी चाहिए।',
      'हमारे सर्वर हर यात्रा का समय और खोला गया पृष्ठ दर्ज करते हैं। ये रिकॉर्ड नब्बे दिनों के बाद हटा दिए जाते हैं।',
      'हम कुकी का उपयोग केवल इसलिए करते हैं कि आप लॉग इन रहें। उनके बिना आप सब कुछ पढ़ सकते हैं, लेकिन ऑर्डर नहीं कर सकते।',
      'हम तृतीय पक्ष को जानकारी तभी देते हैं जब वह डिलीवरी और भुगतान के लिए आवश्यक हो या जब कानून इसकी मांग करे।',
      'आपको अपना डेटा देखने, सुधारने और हटाने का अधिकार है, और आप अपनी सहमति कभी भी वापस ले सकते हैं।',
    ],
  },
  th: {
    title: 'นโยบายความเป็นส่วนตัว',
    paragraphs: [
      'นโยบายนี้อธิบายว่า {name} เก็บรวบรวมข้อมูลส่วนบุคคลใดบ้าง เพื่อวัตถุประสงค์ใด และเก็บรักษาไว้นานเท่าใด',
      'เมื่อคุณเปิดบัญชี เราจะขอชื่อและที่อยู่อีเมลของคุณ สำหรับการสั่งซื้อ เราต้องใช้ที่อยู่สำหรับจัดส่งด้วย',
      'เซิร์ฟเวอร์ของเราบันทึกเวลาของการเข้าชมแต่ละครั้งและหน้าที่เปิดดู เราลบบันทึกเหล่านี้หลังจากเก้าสิบวัน',
      'เราใช้คุกกี้เพื่อให้คุณอยู่ในระบบเท่านั้น หากไม่มีคุกกี้ คุณยังอ่านทุกอย่างได้ แต่สั่งซื้อไม่ได้',
      'เราเปิดเผยข้อมูลต่อบุคคลที่สามเฉพาะเมื่อจำเป็นสำหรับการจัดส่งและการชำระเงิน หรือเมื่อกฎหมายกำหนด',
      'คุณมีสิทธิเข้าถึง แก้ไข และลบข้อมูลของคุณ และสามารถเพิกถอนความยินยอมได้ทุกเมื่อ',
    ],
  },
  vi: {
    title: 'Chính sách quyền riêng tư',
    paragraphs: [
      'Chính sách này giải thích {name} thu thập những thông tin cá nhân nào, vì mục đích gì và lưu giữ trong bao lâu.',
      'Khi bạn mở tài khoản, chúng tôi hỏi tên và địa chỉ thư điện tử của bạn. Đối với đơn hàng, chúng tôi cũng cần địa chỉ giao hàng.',
      'Máy chủ của chúng tôi ghi lại thời gian của mỗi lần truy cập và trang được mở. Các bản ghi này sẽ bị xóa sau chín mươi ngày.',
      'Chúng tôi chỉ dùng cookie để giữ cho bạn đăng nhập. Không có cookie, bạn vẫn đọc được mọi thứ nhưng không thể đặt hàng.',
      'Chúng tôi chỉ tiết lộ dữ liệu cho bên thứ ba khi cần thiết cho việc giao hàng và thanh toán hoặc khi pháp luật yêu cầu.',
      'Bạn có quyền truy cập, sửa đổi và xóa dữ liệu của mình, và có thể rút lại sự đồng ý bất cứ lúc nào.',
    ],
  },
  id: {
    title: 'Kebijakan Privasi',
    paragraphs: [
      'Kebijakan ini menjelaskan data pribadi apa yang dikumpulkan oleh {name}, untuk tujuan apa, dan berapa lama data itu disimpan.',
      'Saat Anda membuka akun, kami meminta nama dan alamat surel Anda. Untuk pesanan, kami juga memerlukan alamat pengiriman.',
      'Server kami mencatat waktu setiap kunjungan dan halaman yang dibuka. Catatan ini kami hapus setelah sembilan puluh hari.',
      'Kami menggunakan cookie hanya agar Anda tetap masuk. Tanpa cookie Anda dapat membaca semuanya, tetapi tidak bisa memesan.',
      'Kami memberikan data kepada pihak ketiga hanya jika diperlukan untuk pengiriman dan pembayaran atau jika hukum mewajibkannya.',
      'Anda berhak melihat, memperbaiki, dan menghapus data Anda, serta dapat menarik persetujuan Anda kapan saja.',
    ],
  },
  ms: {
    title: 'Dasar Privasi',
    paragraphs: [
      'Dasar ini menerangkan maklumat peribadi yang dikumpul oleh {name}, tujuannya dan berapa lama maklumat itu disimpan.',
      'Apabila anda membuka akaun, kami meminta nama dan alamat e-mel anda. Untuk pesanan, kami juga memerlukan alamat penghantaran.',
      'Pelayan kami mencatat masa setiap lawatan dan halaman yang dibuka. Catatan ini dipadamkan selepas sembilan puluh hari.',
      'Kami menggunakan kuki hanya supaya anda kekal log masuk. Tanpa kuki anda boleh membaca semuanya, tetapi tidak boleh memesan.',
      'Kami memberikan data kepada pihak ketiga hanya apabila perlu untuk penghantaran dan pembayaran atau apabila undang-undang memerlukannya.',
      'Anda berhak melihat, membetulkan dan memadamkan data anda, serta boleh menarik balik persetujuan anda pada bila-bila masa.',
    ],
  },
} satisfies Record<string, Wording>;
