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
    public ListedPage Page(IReadOnlyList<ListLine> lines, string? next)
    {
        if (actor.IsStaff) Assignees = directory.NamesOf(lines.Select(l => l.Assignee).OfType<string>().Distinct());
        return new ListedPage(lines, next, this);
    }

    private IReadOnlyDictionary<string, PersonRef>? Assignees { get; set; }

    public PersonRef? Assignee(ListLine line) => line.Assignee is { } id ? Assignees?.GetValueOrDefault(id) : null;

    public DivisionRef Division(ListLine line) => directory.Division(line.Division)?.Ref ?? new DivisionRef(line.Division, line.Division);

    public string? Title(ListLine line) => Edition(line)?.Title.In(text.Language).ToString();

    // A resident learns of a decision by the notice, never before.
    public ApplicationStatus Status(ListLine line) =>
        !actor.IsStaff && line.Status == ApplicationStatus.Decided && line.NotifiedAt is null ? ApplicationStatus.AwaitingDecision : line.Status;

    public string? Phase(ListLine line) => actor.IsStaff || Edition(line)?.Phases.Any(p => p.Id == line.Phase && p.Public) == true ? line.Phase : null;

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
        json.WriteString("id"u8, line.Id);
        json.WriteString("intakeNumber"u8, line.IntakeNumber);
        json.WriteString("procedure"u8, line.Procedure);
        json.WriteString("title"u8, names.Title(line));
        json.WriteNumber("procedureEdition"u8, line.ProcedureEdition);
        json.WriteString("nature"u8, EnumText.Of(line.Nature));
        json.WriteString("status"u8, EnumText.Of(names.Status(line)));
        json.WriteString("phase"u8, names.Phase(line));
        json.WritePropertyName("arrivedAt"u8);
        JsonText.WriteTime(json, line.ArrivedAt);
        json.WritePropertyName("registeredAt"u8);
        JsonText.WriteTime(json, line.RegisteredAt);
        json.WriteString("channel"u8, EnumText.Of(line.Channel));
        WriteApplicant(json, line);
        WritePlaces(json, line, names);
        WriteDay(json, "promisedOn"u8, line.PromisedOn);
        WriteDay(json, "dueOn"u8, line.DueOn);
        json.WriteString("noticeBy"u8, EnumText.Of(line.NoticeBy));
        json.WriteBoolean("demo"u8, line.Demo);
        json.WriteNumber("version"u8, line.Version);
        json.WriteEndObject();
    }

    private static void WriteApplicant(Utf8JsonWriter json, ListLine line)
    {
        json.WriteStartObject("applicant"u8);
        json.WriteString("id"u8, line.Account);
        json.WriteString("name"u8, line.ApplicantName);
        json.WriteNull("post"u8);
        json.WriteString("kana"u8, line.ApplicantKana);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, ListLine line, ListNames names)
    {
        var division = names.Division(line);
        json.WriteStartObject("division"u8);
        json.WriteString("code"u8, division.Code);
        json.WriteString("name"u8, division.Name);
        json.WriteEndObject();
        if (names.Assignee(line) is not { } assignee)
        {
            json.WriteNull("assignee"u8);
            return;
        }

        json.WriteStartObject("assignee"u8);
        json.WriteString("id"u8, assignee.Id);
        json.WriteString("name"u8, assignee.Name);
        json.WriteString("post"u8, assignee.Post);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out var written, "O");
        json.WriteString(name, text[..written]);
    }
}
