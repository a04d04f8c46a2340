using Madoguchi.Directory.Contracts;

namespace Madoguchi.Procedures.Api;

/// <summary>A procedure as the API shows it, in one language.</summary>
internal static class ProcedureJson
{
    public static JsonObject Summary(ProcedureCard card, Language language, IDirectory directory) => new()
    {
        ["slug"] = card.Slug,
        ["title"] = Text(card.Title, language),
        ["summary"] = Text(card.Summary, language),
        ["nature"] = Code(card.Nature),
        ["division"] = new JsonObject { ["code"] = card.Division, ["name"] = directory.Division(card.Division)?.Name ?? card.Division },
        ["lifeEvents"] = Strings(card.LifeEvents),
        ["audience"] = Strings(card.Audience),
        ["fee"] = new JsonObject { ["kind"] = Code(card.Fee.Kind), ["charge"] = card.Fee.Charge is { } charge ? Code(charge) : null, ["computed"] = card.Fee.IsComputed, ["amount"] = card.Fee.Amount, ["text"] = Text(card.Fee.Text, language) },
        ["online"] = true,
        ["period"] = Period(card.Period, language),
        ["edition"] = card.Number,
    };

    public static JsonObject Whole(ProcedureEdition edition, Language language, DateOnly today, IDirectory directory, ProcedureStop? stop)
    {
        var json = Summary(edition.Card, language, directory);
        json["stoppedAt"] = Time(stop?.At);
        json["stopReason"] = stop?.Reason?.In(language).ToString();
        json["kana"] = edition.Kana;
        json["words"] = new JsonObject { ["applicant"] = Text(edition.ApplicantWord, language), ["submit"] = Text(edition.SubmitWord, language) };
        json["legalBasis"] = List(edition.LegalBasis, b => new JsonObject { ["law"] = b.Law, ["articles"] = b.Articles, ["note"] = b.Note });
        json["disposingAuthority"] = edition.DisposingAuthority;
        json["affair"] = Code(edition.Affair);
        json["assurance"] = Code(edition.Assurance);
        json["requiredDocuments"] = List(edition.RequiredDocuments, d => new JsonObject
        {
            ["id"] = d.Id,
            ["title"] = Text(d.Title, language),
            ["who"] = Text(d.Who, language),
            ["text"] = Text(d.Text, language),
            ["laterUntilDays"] = d.LaterUntilDays,
        });
        json["reviewCriteria"] = List(edition.ReviewCriteria, c => new JsonObject { ["id"] = c.Id, ["text"] = c.Text });
        json["phases"] = List(edition.Phases.Where(p => p.Public), p => new JsonObject { ["id"] = p.Id, ["label"] = Text(p.Label, language) });
        json["purposeOfUse"] = Text(edition.PurposeOfUse, language);
        json["receiveBy"] = Strings(edition.ReceiveBy);
        json["dispositions"] = List(edition.Dispositions.Values, d => new JsonObject
        {
            ["kind"] = d.Kind,
            ["label"] = Text(d.Label, language),
            ["reasonsRequired"] = d.ReasonsRequired,
            ["result"] = Fields(d.Result, language),
        });
        if (edition.Completion is { } completion)
            json["completion"] = new JsonObject { ["label"] = Text(completion.Label, language), ["result"] = Fields(completion.Result, language) };
        json["firstNotices"] = List(edition.FirstNotices, n => new JsonObject { ["title"] = Text(n.Title, language), ["text"] = Text(n.Text, language), ["url"] = n.Url });
        json["opens"] = Time(edition.OpensAt);
        json["closes"] = Time(edition.ClosesAt);
        json["limits"] = edition.Limits is { } limits ? new JsonObject { ["oncePer"] = limits.OncePer is { } once ? Code(once) : null, ["capacity"] = limits.Capacity } : null;
        json["recordedOn"] = edition.RecordedOn?.ToString("O");
        json["personalDataFile"] = edition.PersonalDataFile;
        json["pia"] = edition.Pia;
        json["documentType"] = edition.DocumentType;
        json["formNumber"] = edition.FormNumber;
        json["form"] = edition.Form.ToJson(language, today);
        json["schema"] = edition.Form.Schema(today);
        json["example"] = edition.Form.Example(today);
        return json;
    }

    private static JsonObject Period(Period period, Language language) => new()
    {
        ["days"] = period.Days,
        ["unit"] = Code(period.Unit),
        ["kind"] = Code(period.Kind),
        ["excludes"] = Text(period.Excludes, language),
        ["text"] = Text(period.Text, language),
    };

    private static JsonArray Fields(IEnumerable<ResultField> fields, Language language) => List(fields, f =>
    {
        var json = new JsonObject { ["id"] = f.Id, ["label"] = Text(f.Label, language), ["type"] = f.Type, ["required"] = f.Required && !f.IsComputed, ["computed"] = f.IsComputed };
        if (f.Options.Count > 0) json["options"] = List(f.Options, o => new JsonObject { ["code"] = o.Code, ["label"] = Text(o.Label, language) });
        if (f.Columns.Count > 0) json["columns"] = Fields(f.Columns, language);
        return json;
    });

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    private static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(i => JsonValue.Create(i))]);

    // With +09:00, as everywhere: a node does not ask the house how times are written.
    private static string? Time(DateTime? utc) => utc is { } at ? DayWords.Machine(at) : null;

    private static string? Text(Phrase? phrase, Language language) => phrase?.In(language).ToString();

    private static string Code<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
