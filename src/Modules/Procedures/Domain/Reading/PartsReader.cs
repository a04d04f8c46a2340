namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads the small parts of a definition.</summary>
internal static class PartsReader
{
    public static Dictionary<string, T> Map<T>(Node? node, Func<string, Node, T> read)
    {
        var map = new Dictionary<string, T>();
        foreach (var (key, value) in node?.Properties() ?? []) map[key] = read(key, value);
        return map;
    }

    public static Dictionary<string, DocumentSource> Documents(Node? node)
    {
        var documents = new Dictionary<string, DocumentSource>();
        foreach (var item in node?.Items() ?? [])
        {
            if (!item.IsObject("id", "title", "who", "text", "when", "laterUntilDays")) continue;
            var document = new RequiredDocument(item.Need("id")?.Id() ?? "", item.NeedPhrase("title"), item.NeedPhrase("who"), item.Get("text").Phrase(), item.Get("laterUntilDays")?.Int(1, 400));
            if (!documents.TryAdd(document.Id, new DocumentSource(document, item.Get("when")))) item.Fault($"the id {document.Id} is used twice");
        }

        return documents;
    }

    public static LegalBasis LegalBasis(Node node)
    {
        node.IsObject("law", "articles", "note");
        return new LegalBasis(node.NeedString("law"), node.Get("articles").String(), node.Get("note").String());
    }

    public static Appeal Appeal(Node node)
    {
        node.IsObject("kind", "reviewingAuthority", "defendant", "representative", "reason", "guidance");
        var kind = node.Need("kind")?.OneOf("A", "B", "C", "D", "E", "none") ?? "none";
        foreach (var key in kind == "none" ? (string[])["reason"] : ["reviewingAuthority", "defendant", "representative"]) node.Need(key);
        return new Appeal(kind, node.Get("reviewingAuthority").String(), node.Get("defendant").String(), node.Get("representative").String(), node.Get("reason").String(), node.Get("guidance").String());
    }

    public static ReviewCriterion Criterion(Node node)
    {
        node.IsObject("id", "text");
        return new ReviewCriterion(node.NeedString("id"), node.NeedString("text"));
    }

    public static Period Period(Node node)
    {
        node.IsObject("days", "unit", "kind", "excludes", "text", "extensionNotice");
        return new Period(node.NeedInt("days"), node.NeedEnum<PeriodUnit>("unit"), node.NeedEnum<PeriodKind>("kind"), node.Get("excludes").Phrase(), node.Get("text").Phrase(), node.Get("extensionNotice").String());
    }

    public static Phase Phase(Node node)
    {
        node.IsObject("id", "label", "public");
        return new Phase(node.NeedString("id"), node.NeedPhrase("label"), node.Get("public")?.Bool() ?? true);
    }

    public static Fee Fee(Node node)
    {
        node.IsObject("kind", "charge", "amount", "text");
        var amount = node.Get("amount");
        var isPlain = amount is null or { Kind: JsonValueKind.Number };
        var kind = node.NeedEnum<FeeKind>("kind");
        if (kind == FeeKind.Fixed && amount is null) node.Fault("a fixed fee needs an amount");
        if (kind == FeeKind.Free && amount is not null) node.Fault("what is free has no amount");
        return new Fee(kind, node.Get("charge")?.Enum<Charge>(), isPlain ? amount?.Int(0, 100_000_000) : null, !isPlain, node.NeedPhrase("text"));
    }

    /// <summary>The rule of a fee that depends on the answers.</summary>
    public static Expression? FeeRule(Node? fee, FormNames names) =>
        fee?.Get("amount") is { Kind: not JsonValueKind.Number } amount ? new ExpressionReader(names, null).Read(amount, AnswerType.Number) : null;

    public static Limits Limits(Node node)
    {
        node.IsObject("oncePer", "capacity");
        if (node.Get("oncePer") is null && node.Get("capacity") is null) node.Fault("limits nothing");
        return new Limits(node.Get("oncePer")?.Enum<OncePer>(), node.Get("capacity")?.Int(1));
    }

    /// <summary>The id of a question or computed value of the form.</summary>
    public static string Known(Node node, FormNames names)
    {
        var id = node.String();
        if (!names.TryFind(null, id, out _)) node.Fault($"unknown question or computed value {id}");
        return id;
    }

    public static PersonalData PersonalData(Node node)
    {
        node.IsObject("sensitive", "myNumber");
        return new PersonalData(node.Need("sensitive")?.Bool() ?? false, node.Need("myNumber")?.Bool() ?? false);
    }

    public static RouteStep RouteStep(Node node)
    {
        node.IsObject("step", "kind", "post");
        return new RouteStep(node.NeedInt("step"), node.NeedEnum<RouteStepKind>("kind"), node.NeedString("post"));
    }

    public static NoticeKind Notice(string name, Node node, string? template)
    {
        node.IsObject("title", "documentNumber", "appeal", "body");
        var body = template is null ? node.Need("body") : null;
        if (body is { Kind: not JsonValueKind.Array }) body.Value.Fault("must be a list of blocks");
        var number = node.Need("documentNumber");
        number?.IsObject("kind", "symbol");
        return new NoticeKind(
            name, node.NeedString("title"),
            new DocumentNumberPattern(number?.NeedEnum<DocumentNumberKind>("kind") ?? default, number?.NeedString("symbol") ?? ""),
            node.Get("appeal") is { } appeal ? Appeal(appeal) : null)
        {
            Body = body?.Element.Clone() ?? default,
            Template = template,
        };
    }

    public static Mail Mail(string kind, Node node)
    {
        node.IsObject("subject", "body");
        if (kind is not ("arrived" or "correctionRequested" or "correctionOverdue" or "noticeAvailable" or "completed" or "bookingConfirmed" or "bookingWaiting" or "bookingOffered" or "bookingCancelled"))
            node.Fault("unknown kind of mail");
        return new Mail(node.NeedPhrase("subject"), node.NeedPhrase("body"));
    }

    public static Dictionary<string, Afterwards> Afterwards(Node? node) =>
        Map(node, Afterwards).Where(a => a.Value.Text is not null || a.Value.Steps.Count > 0).ToDictionary();

    private static Afterwards Afterwards(string outcome, Node node)
    {
        node.IsObject("text", "steps");
        if (outcome is not (Contracts.Afterwards.Arrived or Contracts.Afterwards.Completed or "grant" or "grantWithConditions" or "grantInPart" or "deny" or "dismiss" or "none")) node.Fault("unknown outcome");
        return new Afterwards(node.Get("text").Phrase(), node.Get("steps").List(s =>
        {
            s.IsObject("text", "url");
            return new NextStep(s.NeedPhrase("text"), s.Get("url").String());
        }));
    }

    public static FirstNotice FirstNotice(Node node)
    {
        node.IsObject("title", "text", "url");
        return new FirstNotice(node.NeedPhrase("title"), node.NeedPhrase("text"), node.Get("url").String());
    }

    public static Retention Retention(Node node)
    {
        node.IsObject("years", "from");
        return new Retention(node.NeedInt("years"), node.Get("from").String());
    }
}
