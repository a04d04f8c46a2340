namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads the part of a definition that the catalogue shows, and cuts it out to be kept beside the edition.</summary>
internal static class CardReader
{
    private static readonly string[] Keys =
        ["slug", "title", "kana", "summary", "nature", "division", "audience", "lifeEvents", "keywords", "period", "fee", "opens", "closes", "formNumber", "lastChecked"];

    public static ProcedureCard Read(Node node, int number) => new()
    {
        Slug = node.NeedString("slug"),
        Number = number,
        Title = node.NeedPhrase("title"),
        Kana = node.NeedString("kana"),
        Summary = node.NeedPhrase("summary"),
        Nature = node.NeedEnum<Nature>("nature"),
        Division = node.NeedString("division"),
        Audience = node.Need("audience").List(n => n.OneOf("person", "business")),
        LifeEvents = node.Need("lifeEvents").List(n => n.OneOf("birth", "childRearing", "moving", "marriage", "divorce", "work", "illness", "elderCare", "disaster", "death", "business", "housing")),
        Keywords = node.Need("keywords").List(n => n.String()),
        Period = node.Need("period") is { } period ? PartsReader.Period(period) : null!,
        Fee = node.Need("fee") is { } fee ? PartsReader.Fee(fee) : null!,
        OpensAt = node.Get("opens")?.Moment(),
        ClosesAt = node.Get("closes")?.Moment(),
        FormNumber = node.Get("formNumber").String(),
        LastChecked = node.Get("lastChecked")?.Date(),
    };

    /// <summary>The keys of a card out of a definition that can be read.</summary>
    public static string Cut(string definition)
    {
        using var document = JsonDocument.Parse(definition);
        var card = new JsonObject();
        foreach (var property in document.RootElement.EnumerateObject().Where(p => Keys.Contains(p.Name))) card[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        return card.ToJsonString(ResultCheck.Relaxed);
    }

    /// <summary>A card that was cut, or null when this program can no longer read it.</summary>
    public static ProcedureCard? Read(string card, int number)
    {
        using var document = JsonDocument.Parse(card);
        var faults = new FaultList("");
        var read = Read(new Node(document.RootElement, "$", faults), number);
        return faults.Found.Count == 0 ? read : null;
    }
}
