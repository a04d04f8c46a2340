namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads one definition file.</summary>
internal static class DefinitionReader
{
    private static readonly string[] Keys =
    [
        "slug", "title", "kana", "summary", "nature", "words", "division", "audience", "lifeEvents", "keywords", "legalBasis", "procedureLaw",
        "onlineBasis", "disposingAuthority", "affair", "appeal", "reviewCriteria", "period", "correctionDays", "phases", "fee", "assurance",
        "alternativeAssurance", "purposeOfUse", "personalData", "minutes", "requiredDocuments", "route", "notices", "dispositions", "completion",
        "mails", "receiveBy", "booking", "firstNotices", "retention", "owner", "lastChecked", "unverified", "values", "form", "example",
        "afterwards", "opens", "closes", "limits", "personalDataFile", "pia", "documentType", "formNumber", "exportLayout", "recordedOn",
    ];

    /// <summary>The edition, or null with its faults.</summary>
    /// <param name="json">The definition; null when it is too large to be read.</param>
    /// <param name="templates">HTML of notices, for editions from before letters stood in the definition.</param>
    public static (ProcedureEdition? Edition, FaultList Faults) Read(string file, string? json, int number, FormContext context, IReadOnlyDictionary<string, string>? templates = null) =>
        CheckedJson.Read(file, json, root => Read(root, templates ?? FrozenDictionary<string, string>.Empty, number, context));

    private static ProcedureEdition? Read(Node node, IReadOnlyDictionary<string, string> templates, int number, FormContext context)
    {
        if (!node.IsObject(Keys)) return null;
        var values = ReadValues(node.Get("values"));
        var documents = PartsReader.Documents(node.Need("requiredDocuments"));
        var booking = node.Get("booking") is { } b ? BookingReader.Read(b) : null;
        var names = new FormNames(values);
        if (node.Need("form") is not { } formNode || node.Need("example") is not { } example) return null;
        var form = new FormReader(names, documents, booking).Read(formNode, example, context);
        if (booking is not null && form.Question(booking.Question)?.OptionsAreSessions != true) node.Fault($"booking.question {booking.Question} is no question with sessions");
        var results = new ResultReader(names);
        var words = node.Need("words");
        words?.IsObject("applicant", "submit");
        var card = CardReader.Read(node, number);
        var edition = new ProcedureEdition
        {
            Card = card,
            ApplicantWord = words?.NeedPhrase("applicant") ?? new Phrase(""),
            SubmitWord = words?.NeedPhrase("submit") ?? new Phrase(""),
            LegalBasis = node.Need("legalBasis").List(PartsReader.LegalBasis),
            ProcedureLaw = node.NeedEnum<ProcedureLaw>("procedureLaw"),
            OnlineBasis = node.Get("onlineBasis").String(),
            DisposingAuthority = node.NeedString("disposingAuthority"),
            Affair = node.NeedEnum<Affair>("affair"),
            Appeal = node.Need("appeal") is { } appeal ? PartsReader.Appeal(appeal) : null!,
            ReviewCriteria = node.Need("reviewCriteria").List(PartsReader.Criterion),
            CorrectionDays = node.NeedInt("correctionDays"),
            Phases = node.Need("phases").List(PartsReader.Phase),
            FeeRule = PartsReader.FeeRule(node.Get("fee"), names),
            Limits = node.Get("limits") is { } limits ? PartsReader.Limits(limits) : null,
            RecordedOn = node.Get("recordedOn")?.Date(),
            PersonalDataFile = node.Get("personalDataFile").String(),
            Pia = node.Get("pia").String(),
            DocumentType = node.Get("documentType").String(),
            FormNumber = card.FormNumber,
            ExportLayout = node.Get("exportLayout").List(n => PartsReader.Known(n, names)),
            Assurance = node.NeedEnum<Assurance>("assurance"),
            AlternativeAssurance = node.Get("alternativeAssurance")?.Enum<Assurance>(),
            PurposeOfUse = node.NeedPhrase("purposeOfUse"),
            PersonalData = node.Need("personalData") is { } data ? PartsReader.PersonalData(data) : null!,
            Minutes = node.Get("minutes")?.Int(1, 600),
            RequiredDocuments = [.. documents.Values.Select(d => d.Document)],
            Route = node.Need("route").List(PartsReader.RouteStep),
            Notices = PartsReader.Map(node.Need("notices"), (name, n) => PartsReader.Notice(name, n, templates.GetValueOrDefault(name))),
            Dispositions = PartsReader.Map(node.Need("dispositions"), results.Disposition),
            Completion = node.Get("completion") is { } completion ? results.Completion(completion) : null,
            Mails = PartsReader.Map(node.Get("mails"), PartsReader.Mail),
            Afterwards = PartsReader.Afterwards(node.Get("afterwards")),
            ReceiveBy = node.Need("receiveBy").List(n => n.OneOf("electronic", "paper")),
            Booking = booking,
            FirstNotices = node.Get("firstNotices").List(PartsReader.FirstNotice),
            Retention = node.Need("retention") is { } retention ? PartsReader.Retention(retention) : null!,
            Owner = node.NeedString("owner"),
            LastChecked = node.Need("lastChecked") is null ? default : card.LastChecked ?? default,
            Unverified = node.Get("unverified").List(n => n.String()),
            Form = form,
        };
        Consistency.Check(node, edition);
        return edition;
    }

    private static Dictionary<string, Value> ReadValues(Node? node)
    {
        var values = new Dictionary<string, Value>();
        foreach (var (key, value) in node?.Properties() ?? [])
            values[key] = value.Kind == JsonValueKind.String ? Value.Of(value.String()) : Value.Of(value.Decimal());
        return values;
    }
}
