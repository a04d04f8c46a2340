using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Lists;

/// <summary>A page of a list as the API gives it, with the names that its lines refer to.</summary>
[JsonConverter(typeof(ListedPageJson))]
internal sealed record ListedPage(IReadOnlyList<ListLine> Lines, string? Next, ListNames Names);

/// <summary>Words for the codes of lines, as this reader may see them.</summary>
internal sealed class ListNames(IDirectory directory, IProcedures procedures, Actor actor, Localizer text)
{
    private readonly Dictionary<string, JsonEncodedText> divisions = [];
    private readonly Dictionary<(string, int), JsonEncodedText> titles = [];

    public ListedPage Page(IReadOnlyList<ListLine> lines, string? next)
    {
        if (actor.IsStaff) Assignees = directory.NamesOf(lines.Select(l => l.Assignee).OfType<string>().Distinct());
        return new ListedPage(lines, next, this);
    }

    private IReadOnlyDictionary<string, PersonRef>? Assignees { get; set; }

    public PersonRef? Assignee(ListLine line) => line.Assignee is { } id ? Assignees?.GetValueOrDefault(id) : null;

    public JsonEncodedText Division(ListLine line) =>
        divisions.TryGetValue(line.Division, out var known) ? known : divisions[line.Division] = Encoded(directory.Division(line.Division)?.Name ?? line.Division);

    public JsonEncodedText Title(ListLine line) =>
        titles.TryGetValue((line.Procedure, line.ProcedureEdition), out var known) ? known
        : titles[(line.Procedure, line.ProcedureEdition)] = Encoded(procedures.Title(line.Procedure, line.ProcedureEdition)?.In(text.Language).ToString() ?? line.Procedure);

    // A resident learns of a decision by the notice, never before.
    public ApplicationStatus Status(ListLine line) =>
        !actor.IsStaff && line.Status == ApplicationStatus.Decided && line.NotifiedAt is null ? ApplicationStatus.AwaitingDecision : line.Status;

    public string? Phase(ListLine line) => actor.IsStaff || Edition(line)?.Phases.Any(p => p.Id == line.Phase && p.Public) == true ? line.Phase : null;

    private static JsonEncodedText Encoded(string words) => JsonEncodedText.Encode(words, JsonText.Options.Encoder);

    private ProcedureEdition? Edition(ListLine line) => procedures.Edition(line.Procedure, line.ProcedureEdition);
}

/// <summary>Written by hand: lists are what a city hall reads all day, and reflection costs three times as much.</summary>
internal sealed class ListedPageJson : JsonConverter<ListedPage>
{
    public override ListedPage Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter json, ListedPage page, JsonSerializerOptions options)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var line in page.Lines) Write(json, line, page.Names);
        json.WriteEndArray();
        json.WriteString("next"u8, page.Next);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ListLine line, ListNames names)
    {
        json.WriteStartObject();
        json.WriteString(Names.Id, line.Id);
        json.WriteString(Names.IntakeNumber, line.IntakeNumber);
        json.WriteString(Names.Procedure, line.Procedure);
        json.WriteString(Names.Title, names.Title(line));
        json.WriteNumber(Names.ProcedureEdition, line.ProcedureEdition);
        json.WriteString(Names.Nature, EnumText.Json(line.Nature));
        json.WriteString(Names.Status, EnumText.Json(names.Status(line)));
        json.WriteString(Names.Phase, names.Phase(line));
        json.WritePropertyName(Names.ArrivedAt);
        JsonText.WriteTime(json, line.ArrivedAt);
        json.WritePropertyName(Names.RegisteredAt);
        JsonText.WriteTime(json, line.RegisteredAt);
        json.WriteString(Names.Channel, EnumText.Json(line.Channel));
        WriteApplicant(json, line);
        WritePlaces(json, line, names);
        WriteDay(json, Names.PromisedOn, line.PromisedOn);
        WriteDay(json, Names.DueOn, line.DueOn);
        json.WriteString(Names.NoticeBy, EnumText.Json(line.NoticeBy));
        json.WriteBoolean(Names.Demo, line.Demo);
        json.WriteNumber(Names.Version, line.Version);
        json.WriteEndObject();
    }

    private static void WriteApplicant(Utf8JsonWriter json, ListLine line)
    {
        json.WriteStartObject(Names.Applicant);
        json.WriteString(Names.Id, line.Account);
        json.WriteString(Names.Name, line.ApplicantName);
        json.WriteNull(Names.Post);
        json.WriteString(Names.Kana, line.ApplicantKana);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, ListLine line, ListNames names)
    {
        json.WriteStartObject(Names.Division);
        json.WriteString(Names.Code, line.Division);
        json.WriteString(Names.Name, names.Division(line));
        json.WriteEndObject();
        if (names.Assignee(line) is not { } assignee)
        {
            json.WriteNull(Names.Assignee);
            return;
        }

        json.WriteStartObject(Names.Assignee);
        json.WriteString(Names.Id, assignee.Id);
        json.WriteString(Names.Name, assignee.Name);
        json.WriteString(Names.Post, assignee.Post);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, JsonEncodedText name, DateOnly day)
    {
        Span<byte> text = stackalloc byte[12];
        text[0] = text[11] = (byte)'"';
        day.TryFormat(text[1..11], out _, "O");
        json.WritePropertyName(name);
        json.WriteRawValue(text, skipInputValidation: true);
    }

    // Encoded once: a page of fifty lines holds twelve hundred names.
    private static class Names
    {
        public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
        public static readonly JsonEncodedText IntakeNumber = JsonEncodedText.Encode("intakeNumber");
        public static readonly JsonEncodedText Procedure = JsonEncodedText.Encode("procedure");
        public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
        public static readonly JsonEncodedText ProcedureEdition = JsonEncodedText.Encode("procedureEdition");
        public static readonly JsonEncodedText Nature = JsonEncodedText.Encode("nature");
        public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
        public static readonly JsonEncodedText Phase = JsonEncodedText.Encode("phase");
        public static readonly JsonEncodedText ArrivedAt = JsonEncodedText.Encode("arrivedAt");
        public static readonly JsonEncodedText RegisteredAt = JsonEncodedText.Encode("registeredAt");
        public static readonly JsonEncodedText Channel = JsonEncodedText.Encode("channel");
        public static readonly JsonEncodedText PromisedOn = JsonEncodedText.Encode("promisedOn");
        public static readonly JsonEncodedText DueOn = JsonEncodedText.Encode("dueOn");
        public static readonly JsonEncodedText NoticeBy = JsonEncodedText.Encode("noticeBy");
        public static readonly JsonEncodedText Demo = JsonEncodedText.Encode("demo");
        public static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
        public static readonly JsonEncodedText Applicant = JsonEncodedText.Encode("applicant");
        public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
        public static readonly JsonEncodedText Post = JsonEncodedText.Encode("post");
        public static readonly JsonEncodedText Kana = JsonEncodedText.Encode("kana");
        public static readonly JsonEncodedText Division = JsonEncodedText.Encode("division");
        public static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
        public static readonly JsonEncodedText Assignee = JsonEncodedText.Encode("assignee");
    }
}
