import { rulesFromWords } from './by-words.ts';

/** Rules over Japanese words; they stand in a text without spaces. */
export const JAPANESE_RULES = rulesFromWords(
  {
    collection: {
      heading: '収集|取得|お預かり',
      text: '収集し|収集する|取得し|取得する|取得いたし|ご提供いただ|入力いただ|お伺い|収集いたし',
    },
    use: {
      heading: '利用目的|利用の目的|使用目的',
      text: '利用目的|目的で利用|目的に利用|ために利用|ために使用|利用いたします|利用します',
      unless: 'クッキーを利用|cookieを利用',
    },
    'third-parties': {
      heading: '第三者|共同利用|委託|提供先',
      text: '第三者|業務委託先|委託先|共同利用|提携|開示し|提供する場合|提供しません',
    },
    advertising: { heading: '広告', text: '広告' },
    cookies: { heading: 'cookie|クッキー', text: 'cookie|クッキー|ウェブビーコン|webビーコン' },
    'log-files': {
      heading: 'アクセスログ|ログ',
      text: 'アクセスログ|ipアドレス|ログファイル|閲覧履歴|ブラウザの種類',
    },
    analytics: {
      heading: 'アクセス解析|analytics|統計',
      text: 'google analytics|アクセス解析|アナリティクス|統計的|統計データ|統計情報',
    },
    location: { heading: '位置情報', text: '位置情報|gps' },
    'mailing-lists': { heading: 'メールマガジン', text: 'メールマガジン|メルマガ|ニュースレター|配信停止' },
    choice: {
      heading: '同意|オプトアウト|選択',
      text: '同意を撤回|同意の撤回|オプトアウト|配信停止|無効に|拒否|停止することができ|設定を変更',
    },
    rights: {
      heading: '開示|訂正|削除|権利|請求',
      text: '開示の請求|開示等|開示・|訂正|利用停止|削除の請求|削除を請求|消去|権利|苦情',
      unless: '知的財産権|権利を侵害',
    },
    retention: {
      heading: '保存期間|保管|保持',
      text: '保存期間|保管期間|保存し|保管し|か月後に削除|年間保存|消去します|後に削除|経過後',
    },
    security: {
      heading: '安全管理|セキュリティ|保護|漏洩|漏えい',
      text: '安全管理|セキュリティ|暗号化|ssl|不正アクセス|漏洩|漏えい|紛失',
    },
    'transfer-abroad': { heading: '外国|海外|越境|国外', text: '外国|海外|国外|越境|十分性認定|米国' },
    'transfer-buyer': { heading: '事業承継|合併', text: '事業承継|事業の承継|合併|事業譲渡' },
    'legal-disclosure': { heading: '法令|捜査', text: '法令に基づ|裁判所|警察|捜査機関|国の機関' },
    children: { heading: '未成年|子ども|児童|お子様', text: '未成年|子ども|子供|児童|お子様|保護者|歳未満' },
    'policy-change': {
      heading: '変更|改定|改訂',
      text: '本ポリシーを変更|ポリシーの変更|内容を変更|改定する|改訂|見直し|予告なく変更|変更することがあります',
    },
    'do-not-track': { text: 'do not track|トラッキング拒否' },
    'law-specific': { heading: 'カリフォルニア|gdpr', text: 'カリフォルニア州|ccpa' },
    'outside-links': { heading: 'リンク', text: 'リンク先|外部サイト|他のサイト' },
    contact: {
      heading: '問い合わせ|問合せ|窓口|連絡先',
      text: 'お問い合わせ|お問合せ|問い合わせ|窓口|連絡先|までご連絡|@',
    },
  },
  true,
);

/** Rules over Chinese words, in both scripts. */
export const CHINESE_RULES = rulesFromWords(
  {
    collection: {
      heading: '收集|蒐集|获取|取得',
      text: '收集|蒐集|您提供的|您提供|向您索取|采集',
      unless: 'cookie',
    },
    use: {
      heading: '使用|用途|目的|利用',
      text: '我们会使用|我们使用|用于|用於|使用您的|使用目的|目的是|以便|我們使用|我們會使用',
      unless: '使用cookie|使用 cookie',
    },
    'third-parties': {
      heading: '第三方|共享|披露|委托|委託|转让|分享|提供',
      text: '第三方|共享|合作伙伴|合作夥伴|供应商|服务提供商|服務供應商|关联公司|關聯公司|关联方|出售|委托处理|第三者',
    },
    advertising: { heading: '广告|廣告', text: '广告|廣告' },
    cookies: { heading: 'cookie', text: 'cookie|网络信标|像素标签' },
    'log-files': {
      heading: '日志|日誌|设备信息|记录',
      text: '日志|日誌|ip地址|ip 地址|ip位址|ip 位址|设备信息|浏览器类型|操作系统',
    },
    analytics: { heading: '分析|统计|統計', text: '统计|統計|google analytics|汇总' },
    location: { heading: '位置', text: '位置信息|地理位置|gps|位置資訊|位置' },
    'mailing-lists': {
      heading: '订阅|電子報|邮件',
      text: '订阅|电子报|電子報|营销信息|推广邮件|营销邮件|退订',
    },
    choice: {
      heading: '同意|选择|選擇|撤回',
      text: '撤回同意|撤回您|撤销|退订|退出|您的同意|您可以选择|关闭|您的明示同意|拒绝|停用|選擇退出',
    },
    rights: {
      heading: '权利|權利|访问|查阅|更正|删除|您的|管理',
      text: '更正|访问您的|查阅|查閱|删除您的|您有权|您有權|权利|權利|注销|投诉|申訴|副本',
      unless: '知识产权|保护我们的权利',
    },
    retention: {
      heading: '保存期限|保留|存储|储存|保存',
      text: '保留期|保存期|保留您的|存储期限|期限内|期限內|保存您的|个月后删除|匿名化|为期|所必需的时间|最短',
    },
    security: {
      heading: '安全|保护|保護|泄露',
      text: '安全措施|加密|未经授权|未經授權|信息安全|资料安全|安全技术|ssl|防止|泄露|安全事件',
    },
    'transfer-abroad': {
      heading: '跨境|境外|国际|國際|全球|转移',
      text: '境外|跨境|中国境内|境内|海外|其他国家|美国|国际传输',
    },
    'transfer-buyer': { heading: '合并|收购|合併', text: '合并|收购|破产|合併|收購|并购' },
    'legal-disclosure': { heading: '法律|法规|依法', text: '法律法规|法院|执法|司法|政府机关|政府主管|依法' },
    children: { heading: '未成年|儿童|兒童', text: '未成年|儿童|兒童|监护人|監護人|父母|周岁' },
    'policy-change': {
      heading: '更新|变更|修订|變更|修訂|修改',
      text: '修订本|更新本|修改本|变更本|政策的更新|政策的变更|本政策可能|本隐私政策可能|隐私政策的修订|修改隐私|更新隐私|不时更新|適時修訂',
    },
    'do-not-track': { text: 'do not track|请勿追踪|不跟踪' },
    'law-specific': { heading: '加州|加利福尼亚|gdpr', text: '加利福尼亚|加州居民|ccpa' },
    'outside-links': { heading: '链接|連結', text: '链接到|外部链接|其他网站|連結至|第三方网站' },
    contact: {
      heading: '联系|聯絡|联络|聯繫',
      text: '联系我们|与我们联系|聯絡我們|聯繫我們|联系方式|客服|@',
    },
  },
  true,
);
