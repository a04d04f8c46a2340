namespace Madoguchi.Procedures.Compare;

/// <summary>What officers call the keys and codes of a definition.</summary>
internal static class PartNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["title"] = "手続の名", ["summary"] = "説明", ["nature"] = "性質", ["words"] = "呼び名", ["words.applicant"] = "申請する人の呼び名", ["words.submit"] = "送るボタンの言葉", ["division"] = "担当課", ["audience"] = "対象",
        ["lifeEvents"] = "ライフイベント", ["keywords"] = "検索の言葉", ["legalBasis"] = "根拠法令", ["procedureLaw"] = "行政手続の決まり", ["onlineBasis"] = "オンライン化の根拠", ["recordedOn"] = "告示日", ["disposingAuthority"] = "処分庁",
        ["affair"] = "事務の区分", ["appeal"] = "教示", ["appeal.kind"] = "区分", ["reviewingAuthority"] = "審査請求先", ["defendant"] = "被告", ["representative"] = "被告を代表する者", ["guidance"] = "案内", ["reason"] = "理由",
        ["reviewCriteria"] = "審査基準", ["period"] = "期間", ["period.kind"] = "意味", ["days"] = "日数", ["unit"] = "単位", ["period.unit"] = "日の数え方", ["excludes"] = "含めないもの", ["extensionNotice"] = "延期の通知",
        ["correctionDays"] = "補正の日数", ["phases"] = "段階", ["fee"] = "手数料", ["fee.kind"] = "有無", ["charge"] = "種類", ["amount"] = "額", ["assurance"] = "本人確認", ["alternativeAssurance"] = "ほかに認める本人確認",
        ["purposeOfUse"] = "利用目的", ["personalData"] = "個人情報", ["sensitive"] = "要配慮個人情報", ["myNumber"] = "個人番号", ["personalDataFile"] = "個人情報ファイル", ["pia"] = "特定個人情報保護評価", ["minutes"] = "入力にかかる時間",
        ["requiredDocuments"] = "書類", ["who"] = "必要な方", ["laterUntilDays"] = "あとで出せる日数", ["route"] = "決裁ルート", ["notices"] = "通知", ["documentNumber"] = "文書番号", ["documentNumber.kind"] = "種類", ["symbol"] = "記号", ["body"] = "本文",
        ["dispositions"] = "処分", ["result"] = "結果の項目", ["notice"] = "通知", ["alsoNotices"] = "あわせて出す通知", ["reasonsRequired"] = "理由の要否", ["conditions"] = "条件を付けるか", ["completion"] = "完了",
        ["exampleReasons"] = "見本の理由", ["exampleConditions"] = "見本の条件", ["mails"] = "メール", ["subject"] = "件名", ["receiveBy"] = "結果の受け取り方", ["booking"] = "予約", ["sessions"] = "回", ["place"] = "場所", ["every"] = "開く日",
        ["week"] = "第何週", ["day"] = "曜日", ["starts"] = "始まり", ["ends"] = "終わり", ["capacity"] = "定員", ["waitingList"] = "キャンセル待ちの数", ["opensDays"] = "予約の始まり", ["opensAt"] = "予約の始まりの時刻",
        ["closesDays"] = "予約の終わり", ["closesAt"] = "予約の終わりの時刻", ["cancelDays"] = "取消しの終わり", ["cancelAt"] = "取消しの終わりの時刻", ["oncePer"] = "回数の制限", ["offerHours"] = "空きを知らせてから待つ時間",
        ["afterwards"] = "その後の案内", ["arrived"] = "届いたとき", ["grant"] = "認めたとき", ["grantWithConditions"] = "条件を付けて認めたとき", ["grantInPart"] = "一部を認めたとき", ["deny"] = "認めなかったとき", ["dismiss"] = "却下したとき",
        ["afterwards.none"] = "当たらないとき", ["afterwards.completed"] = "終わったとき", ["steps"] = "つぎにすること",
        ["firstNotices"] = "はじめの案内", ["retention"] = "保存", ["years"] = "年限", ["from"] = "いつから数えるか", ["owner"] = "管理者", ["lastChecked"] = "法令と照らして確かめた日", ["unverified"] = "市が確かめること", ["values"] = "市の値",
        ["computed"] = "計算", ["example"] = "見本の答え", ["opens"] = "受付の始まり", ["closes"] = "受付の終わり", ["limits"] = "制限", ["documentType"] = "文書種別", ["formNumber"] = "様式番号", ["exportLayout"] = "出力の並び", ["kana"] = "読み",
        ["slug"] = "アドレスの名", ["label"] = "見出し", ["short"] = "短い名", ["help"] = "説明", ["required"] = "必須かどうか", ["visibleWhen"] = "現れる条件", ["when"] = "条件", ["where"] = "対象", ["exits.where"] = "行き先", ["options"] = "選択肢",
        ["checks"] = "誤りの決まり", ["warnings"] = "注意の決まり", ["message"] = "文", ["max"] = "上限", ["min"] = "下限", ["maxLength"] = "字数の上限", ["minLength"] = "字数の下限", ["maxDays"] = "期間の上限", ["decimals"] = "小数の桁",
        ["exits"] = "出口", ["text"] = "文", ["type"] = "答え方", ["prefill"] = "市が入れておくもの", ["pattern"] = "書式", ["regex"] = "形", ["input"] = "文字の決まり", ["autocomplete"] = "自動入力", ["display"] = "見せ方", ["other"] = "「その他」の欄",
        ["optionsOf"] = "選択肢を分ける設問", ["of"] = "出る答え", ["yes"] = "「はい」の言葉", ["no"] = "「いいえ」の言葉", ["rows"] = "行", ["columns"] = "項目", ["questions"] = "項目", ["pages"] = "ページ", ["itemLabel"] = "1つ分の呼び名", ["birth"] = "生年月日として聞くか",
        ["aliases"] = "旧氏・通称を聞くか", ["inCity"] = "市内に限るか", ["document"] = "書類", ["accept"] = "受け取る形", ["question"] = "設問", ["url"] = "リンク", ["telephone"] = "電話", ["hours"] = "受付時間", ["law"] = "法令", ["articles"] = "条項",
        ["note"] = "補足", ["value"] = "式", ["format"] = "表し方", ["show"] = "住民に見せるか", ["public"] = "住民に見せるか", ["caption"] = "題", ["step"] = "順番", ["kind"] = "種類", ["post"] = "職", ["label.ja"] = "見出し",
        ["question.example"] = "書き方の例", ["questions.example"] = "書き方の例", ["columns.example"] = "書き方の例", ["pages.title"] = "題名", ["requiredDocuments.title"] = "名前", ["exits.title"] = "題名", ["notices.title"] = "題名", ["firstNotices.title"] = "題名",
    };

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["free"] = "無料", ["fixed"] = "有料", ["fee.later"] = "後でお知らせ", ["handlingFee"] = "手数料", ["usageFee"] = "使用料", ["occupancyFee"] = "占用料", ["actualCost"] = "実費", ["person"] = "個人", ["audience.business"] = "事業者・団体",
        ["unit.business"] = "開庁日", ["calendar"] = "暦の日", ["standard"] = "標準処理期間", ["statutory"] = "法令の期間", ["target"] = "目安", ["act"] = "行政手続法", ["ordinance"] = "行政手続条例", ["selfGovernment"] = "自治事務",
        ["entrusted1"] = "第1号法定受託事務", ["none"] = "なし", ["assurance.email"] = "メールで確かめる", ["assurance.document"] = "本人確認書類", ["card"] = "マイナンバーカード", ["signature"] = "電子署名", ["electronic"] = "電子", ["paper"] = "紙",
        ["account"] = "1人1回", ["household"] = "1世帯1回", ["application"] = "申請に対する処分", ["filing"] = "届出", ["nature.certificate"] = "証明・交付の請求", ["factCertificate"] = "事実の証明", ["contract"] = "申込み・契約", ["nature.booking"] = "予約",
        ["report"] = "通報", ["survey"] = "調査", ["kind.notice"] = "通知", ["kind.order"] = "指令", ["kind.certificate"] = "証明", ["endorse"] = "承認", ["concur"] = "合議", ["decide"] = "決裁", ["radio"] = "並べて見せる", ["select"] = "一覧から選ぶ",
        ["monday"] = "月曜", ["tuesday"] = "火曜", ["wednesday"] = "水曜", ["thursday"] = "木曜", ["friday"] = "金曜", ["saturday"] = "土曜", ["sunday"] = "日曜", ["digits"] = "数字だけ", ["katakana"] = "カタカナ", ["corporateNumber"] = "法人番号",
        ["lifeEvents.birth"] = "出産", ["childRearing"] = "子育て", ["moving"] = "引越し", ["marriage"] = "結婚", ["divorce"] = "離婚", ["work"] = "仕事", ["illness"] = "病気", ["elderCare"] = "介護", ["disaster"] = "災害", ["death"] = "死亡",
        ["lifeEvents.business"] = "事業", ["housing"] = "住まい", ["type.text"] = "短い文字", ["longText"] = "長い文", ["choice"] = "1つ選ぶ", ["choices"] = "いくつでも選ぶ", ["yesNo"] = "はい・いいえ", ["type.number"] = "数", ["yen"] = "金額",
        ["type.date"] = "日付", ["type.month"] = "年月", ["type.time"] = "時刻", ["type.period"] = "期間", ["mapPoint"] = "場所", ["photo"] = "写真", ["type.table"] = "表", ["householdMembers"] = "世帯員", ["type.name"] = "氏名",
        ["type.address"] = "住所", ["bank"] = "口座", ["type.telephone"] = "電話番号", ["type.email"] = "メールアドレス", ["type.file"] = "書類を付ける", ["declaration"] = "同意・誓約", ["group"] = "くり返し", ["info"] = "説明だけ",
        ["mails.arrived"] = "届いたとき", ["mails.correctionRequested"] = "補正をお願いするとき", ["mails.correctionOverdue"] = "補正の期限が過ぎたとき", ["mails.noticeAvailable"] = "通知が出たとき", ["mails.completed"] = "終わったとき",
        ["mails.bookingConfirmed"] = "予約が取れたとき", ["mails.bookingWaiting"] = "キャンセル待ちのとき", ["mails.bookingOffered"] = "空きが出たとき", ["mails.bookingCancelled"] = "予約を取り消したとき",
    };

    private static readonly Dictionary<string, string> Units = new()
    {
        ["days"] = "日", ["correctionDays"] = "日", ["laterUntilDays"] = "日", ["maxDays"] = "日", ["opensDays"] = "日前", ["closesDays"] = "日前", ["cancelDays"] = "日前", ["minutes"] = "分", ["years"] = "年", ["amount"] = "円",
        ["maxLength"] = "字", ["minLength"] = "字", ["offerHours"] = "時間",
    };

    // What it means when a key is left out.
    private static readonly Dictionary<string, string> Absent = new()
    {
        ["required"] = "必須", ["visibleWhen"] = "いつも", ["when"] = "いつも", ["display"] = "並べて見せる", ["other"] = "いいえ", ["birth"] = "いいえ", ["aliases"] = "いいえ", ["inCity"] = "いいえ",
    };

    /// <param name="of">Key of what it is a part of.</param>
    public static string Name(string of, string key) => Names.GetValueOrDefault($"{of}.{key}") ?? Names.GetValueOrDefault(key) ?? $"「{key}」";

    public static string Code(string key, string code) => Codes.GetValueOrDefault($"{(key == "alternativeAssurance" ? "assurance" : key)}.{code}") ?? Codes.GetValueOrDefault(code) ?? code;

    public static bool IsCode(string key) => key is "kind" or "charge" or "audience" or "lifeEvents" or "unit" or "procedureLaw" or "affair" or "assurance" or "alternativeAssurance" or "receiveBy" or "oncePer" or "nature" or "display" or "day" or "input" or "type";

    public static string Unit(string key) => Units.GetValueOrDefault(key, "");

    public static string? WhenAbsent(string key) => Absent.GetValueOrDefault(key);
}
