using Madoguchi.Applications.Contracts;

namespace Madoguchi.Studio.Register;

/// <summary>What the definition of a procedure, and its real matters, say in the words of the survey.</summary>
internal static class CatalogueCells
{
    /// <summary>Columns the definition and the matters fill: nobody types them.</summary>
    public static readonly IReadOnlySet<int> Filled = new HashSet<int>
    {
        SurveyColumns.Id, SurveyColumns.Name, SurveyColumns.Law, SurveyColumns.Articles, SurveyColumns.OtherLaws, SurveyColumns.Type, SurveyColumns.Subject, SurveyColumns.Recipient, SurveyColumns.Affair,
        SurveyColumns.Shared, SurveyColumns.Online, SurveyColumns.HasFee, SurveyColumns.DaysOnline, SurveyColumns.DaysOffline, SurveyColumns.Total, SurveyColumns.OnlineTotal, SurveyColumns.OfflineTotal,
        SurveyColumns.Asked, SurveyColumns.Documents, SurveyColumns.LifeEvents, SurveyColumns.BusinessEvents,
    };

    private static readonly Dictionary<string, string> Events = new()
    {
        ["birth"] = "出生・こども", ["childRearing"] = "出生・こども", ["moving"] = "引越し", ["marriage"] = "結婚・離婚", ["divorce"] = "結婚・離婚", ["work"] = "就職・転職", ["illness"] = "医療・健康",
        ["elderCare"] = "介護", ["disaster"] = "その他イベント(個人)", ["death"] = "死亡・相続", ["housing"] = "住宅の購入・保有",
    };

    /// <param name="kept">What the city wrote beside it; null when nothing.</param>
    public static string[] Of(ProcedureCard card, JsonElement definition, MatterCount? count, string[]? kept)
    {
        var cells = kept is null ? [.. Enumerable.Repeat("", SurveyColumns.All.Count)] : (string[])kept.Clone();
        var laws = definition.GetProperty("legalBasis").EnumerateArray().ToList();
        var period = PeriodOf(card.Period);
        cells[SurveyColumns.Id] = card.Slug;
        cells[SurveyColumns.Name] = card.Title.Ja;
        cells[SurveyColumns.Law] = laws.Count > 0 ? Text(laws[0], "law") : "";
        cells[SurveyColumns.Articles] = laws.Count > 0 ? Text(laws[0], "articles") : "";
        cells[SurveyColumns.OtherLaws] = string.Join('、', laws.Skip(1).Select(l => Text(l, "law") + Text(l, "articles")));
        cells[SurveyColumns.Type] = "1 申請等";
        cells[SurveyColumns.Subject] = (card.Audience.Contains("person"), card.Audience.Contains("business")) switch { (true, true) => "7 国民等、民間事業者等", (false, true) => "6 民間事業者等", _ => "5 国民等" };
        cells[SurveyColumns.Recipient] = "3 地方等";
        cells[SurveyColumns.Affair] = Text(definition, "affair") switch { "entrusted1" => "2 第1号法定受託事務", "selfGovernment" => "1 自治事務", _ => "4 地方の事務でない" };
        cells[SurveyColumns.Shared] = "✕（府省庁共通手続でない）";
        cells[SurveyColumns.Online] = "1 実施済";
        cells[SurveyColumns.HasFee] = Text(definition.GetProperty("fee"), "kind") == "free" ? "1 手数料等無し" : "2 手数料等有り";
        (cells[SurveyColumns.DaysOnline], cells[SurveyColumns.DaysOffline]) = (period, period);
        (cells[SurveyColumns.Total], cells[SurveyColumns.OnlineTotal], cells[SurveyColumns.OfflineTotal]) = (Number(count?.Total), Number(count?.Online), Number(count?.Offline));
        cells[SurveyColumns.Asked] = definition.GetProperty("personalData").GetProperty("myNumber").GetBoolean() ? "マイナンバー" : "";
        cells[SurveyColumns.Documents] = definition.GetProperty("requiredDocuments").GetArrayLength() > 0 ? "その他の添付書類" : "添付書類なし";
        cells[SurveyColumns.LifeEvents] = string.Join(';', card.LifeEvents.Where(Events.ContainsKey).Select(e => Events[e]).Distinct());
        cells[SurveyColumns.BusinessEvents] = card.LifeEvents.Contains("business") ? "新しい事業の開始" : "";
        return cells;
    }

    public static string PeriodOf(Period period) => period.Days == 0 ? "即日" : $"{period.Days}{(period.Unit == PeriodUnit.Business ? "開庁日" : "日")}";

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Number(long? count) => (count ?? 0).ToString(CultureInfo.InvariantCulture);
}
