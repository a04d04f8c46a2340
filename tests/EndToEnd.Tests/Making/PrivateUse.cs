using EndToEnd.Tests.Browsing;

namespace EndToEnd.Tests.Making;

/// <summary>親子ひろばの貸切使用許可, made from nothing: a branch, an exit, an attachment, a fee, a route of three posts and a notice.</summary>
internal static class PrivateUse
{
    public const string Title = "親子ひろばの貸切使用許可";
    public const string ExitTitle = "市内の方だけが使えます";
    public const string Sentence = "付けで申請のあった親子ひろばの貸切使用を許可します。";

    private const string First = "はじめのページ";
    private const string Second = "使い方";

    private static readonly string[] CheckList = ["law", "appeal", "criteria", "fee", "privacy", "language"];

    public static async Task BuildsPrivateUseAsync(this Person officer)
    {
        await officer.BeginsAsync("application", Title, "オヤコヒロバノカシキリシヨウキョカ");
        await WritesFactsAsync(officer);
        await AsksWhoAsync(officer);
        await AsksHowAsync(officer);
        await officer.WritesAsync("決定通知書", ("title", "親子ひろば使用許可書"), ("documentNumber.symbol", "み子ひ"), ("body[0].text", "{{application.arrivedOn | date}}" + Sentence));
        await officer.SeesAsync("点検（誤り0件");
    }

    /// <summary>見本で試す, then 起案.</summary>
    public static async Task TriesAndProposesAsync(this Person officer)
    {
        await officer.PressAsync("見本で試す");
        await officer.SeesAsync("見本の答えは、今日そのまま送れます。");
        await officer.SeesAsync("親子ひろば使用許可書");
        await officer.PressAsync("手続の全体へ戻る");
        await officer.ProposesAsync("休館日の使用を始めるため", CheckList);
    }

    private static async Task WritesFactsAsync(Person officer)
    {
        await officer.WritesAsync("名前と説明",
            ("title.en", "Private use of the square"), ("title.ja-easy", "{親子|おやこ}ひろばを {借|か}りる"),
            ("summary.ja", "休館日に、親子ひろばを貸し切って使えます。"), ("summary.en", "Use the square on a closed day."), ("summary.ja-easy", "{休|やす}みの{日|ひ}に ひろばを {使|つか}えます。"),
            ("keywords", "親子ひろば\n貸切\n休館日"));
        await officer.WritesAsync("手数料",
            ("fee.kind", "fixed"), ("fee.charge", "usageFee"), ("fee.amount", "500"), ("fee.text.ja", "使用料は500円です。"), ("fee.text.en", "The charge is 500 yen."), ("fee.text.ja-easy", "500{円|えん}です。"));
        await officer.WritesAsync("根拠法令と処分", ("legalBasis[0].law", "みなと台市親子ひろば条例"), ("legalBasis[0].articles", "第5条"));
        await officer.WritesAsync("審査基準", ("reviewCriteria[0].text", "子どもと保護者の活動に使うこと（条例第5条）"));
        await officer.PressAsync("決裁ルート");
        await officer.FillAsync("route[1].kind", "concur");
        await officer.ChooseAsync("route[1].post", "広報課 課長");
        await officer.FillsAsync(("route[2].step", "3"), ("route[2].kind", "decide"));
        await officer.ChooseAsync("route[2].post", "担当課の課長");
        await officer.SavesAsync();
    }

    private static async Task AsksWhoAsync(Person officer)
    {
        await officer.AsksAsync(First, "yesNo", "市内にお住まいですか", "Do you live in the city?", "この{市|し}に {住|す}んでいますか");
        await officer.AsksAsUsualAsync(First, "applicant");
        await officer.AsksAsUsualAsync(First, "telephone");
        await officer.WritesAsync($"出口を足す（{First}）",
            ("title.ja", ExitTitle), ("title.en", "For residents only"), ("title.ja-easy", "{市|し}に {住|す}んでいる{人|ひと}だけです"),
            ("text.ja", "お住まいの市町村の施設をお使いください。"), ("text.en", "Please use a place in your own city."), ("text.ja-easy", "{自分|じぶん}の{町|まち}のひろばを {使|つか}ってください。"),
            ("where.ja", "子育て支援課"), ("where.en", "Child Support Division"), ("where.ja-easy", "{子育|こそだ}て{支援課|しえんか}"), ("telephone", "000-000-1101"),
            ("hours.ja", "平日の8時30分から17時まで"), ("hours.en", "Weekdays, 8:30 to 17:00"), ("hours.ja-easy", "{平日|へいじつ} 8:30から 17:00まで"));
        await officer.DependsAsync(ExitTitle, $"{First}：市内にお住まいですか", "false");
    }

    private static async Task AsksHowAsync(Person officer)
    {
        await officer.WritesAsync("ページを足す", ("title.ja", Second), ("title.en", "Your plan"), ("title.ja-easy", "{使|つか}い{方|かた}"));
        await officer.AsksAsync(Second, "date", "使う日", "Day of use", "{使|つか}う{日|ひ}");
        await officer.AsksAsync(Second, "yesNo", "食べ物を出しますか", "Will you serve food?", "{食|た}べ{物|もの}を {出|だ}しますか");
        await officer.AsksAsync(Second, "longText", "出すものの内容", "What you serve", "{何|なに}を {出|だ}しますか");
        await officer.DependsAsync("出すものの内容", $"{Second}：食べ物を出しますか", "true");
        await officer.WritesAsync("書類を足す", ("title.ja", "活動の計画書"), ("title.en", "Plan of the activity"), ("title.ja-easy", "{活動|かつどう}の{計画|けいかく}"));
        await officer.AsksAsync(Second, "file", "活動の計画書", "Plan of the activity", "{活動|かつどう}の{計画|けいかく}", ("document", "活動の計画書"));
    }
}
