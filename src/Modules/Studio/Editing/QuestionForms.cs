using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Studio.Editing;

/// <summary>What is typed about a question: what all have, and what its kind has.</summary>
internal static class QuestionForms
{
    /// <summary>Kinds an officer can add, most used first.</summary>
    public static readonly string[] Kinds =
    [
        "text", "longText", "choice", "choices", "yesNo", "number", "yen", "date", "time", "period", "name", "address", "telephone", "email", "bank", "file", "photo", "mapPoint", "declaration", "group", "table", "info",
    ];

    /// <summary>Kinds a column of a table can be.</summary>
    public static readonly string[] ColumnKinds = ["text", "number", "yen", "choice", "yesNo", "date", "time"];

    private static readonly string[] Inputs = ["digits", "katakana", "corporateNumber"];

    public static IReadOnlyList<Field> Fields(JsonObject question, Definition definition, bool inGroup)
    {
        var type = Definition.Type(question);
        List<Field> fields = [Field.Phrase("label", question["document"] is null), Field.Long("help")];
        if (type == "info") return fields;
        if (type != "declaration") fields.Add(new Field("required", FieldKind.Required) { Codes = question["required"] is JsonObject or JsonValue { } ? Requiring(question) : ["true", "false"] });
        fields.AddRange(Own(type, definition));
        if (type == "choice" && question["options"] is JsonArray) fields.AddRange(Divided(question, definition));
        fields.AddRange([Field.Phrase("short"), Field.Phrase("example")]);
        if (!inGroup && type is "name" or "date" or "address" or "telephone" or "email" or "text")
            fields.Add(Field.Choice("prefill", false, "person.name", "person.birthDate", "person.address", "person.telephone", "person.email", "person.sex", "organization.name", "organization.number", "organization.address"));
        if (!inGroup && type is "name" or "date" or "address" or "telephone" or "email" or "text")
            fields.Add(Field.Choice("autocomplete", false, "name", "bday", "street-address", "tel", "email", "organization", "off"));
        fields.AddRange([Rules("checks"), Rules("warnings")]);
        return fields;
    }

    private static string[] Requiring(JsonObject question) =>
        question["required"]!.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? ["true", "false"] : ["true", "false", "when"];

    private static Field[] Own(string type, Definition definition) => type switch
    {
        "text" => [Field.Number("maxLength"), Field.Number("minLength"), Field.Choice("input", false, Inputs), new Field("pattern.regex", FieldKind.Format), Field.Phrase("pattern.message")],
        "longText" => [Field.Number("maxLength"), Field.Number("minLength"), Field.Number("rows")],
        "choice" => [Field.Choice("display", false, "radio", "select"), Field.Flag("other")],
        "choices" => [Options, Field.Number("min"), Field.Number("max")],
        "yesNo" => [Field.Phrase("yes"), Field.Phrase("no")],
        "number" => [Field.Number("min"), Field.Number("max"), Field.Number("decimals"), Field.Phrase("unit")],
        "yen" => [Field.Number("min"), Field.Number("max")],
        "date" => [Field.Flag("birth"), Field.Day("min"), Field.Day("max")],
        "time" => [Field.Line("min"), Field.Line("max")],
        "period" => [Field.Day("min"), Field.Day("max"), Field.Number("maxDays")],
        "name" => [Field.Flag("aliases")],
        "address" => [Field.Flag("inCity")],
        "file" => [DocumentOf(definition), Field.Ticks("accept", "jpeg", "pdf", "png"), Field.Number("max")],
        "photo" => [DocumentOf(definition), Field.Number("max")],
        "group" => [Field.Phrase("itemLabel", true), Field.Number("min"), Field.Number("max")],
        "table" => [Field.List("rows", Field.Phrase("item", true)) with { Bare = true, Called = "表の行（左の見出し）" }],
        _ => [],
    };

    // Holds and is told, but leads nobody anywhere before its condition is said.
    private static Field Rules(string key) => Field.List(key, Field.Phrase("message", true)) with { Seed = ("when", "false") };

    // Options that go with the answer to another choice.
    private static Field[] Divided(JsonObject question, Definition definition)
    {
        var scope = definition.Questions().FirstOrDefault(q => q.Question == question).Key is { } key && key.Contains('.') ? key[..(key.IndexOf('.') + 1)] : "";
        var choices = definition.Questions().TakeWhile(q => q.Question != question).Where(q => q.Key.StartsWith(scope, StringComparison.Ordinal) && (scope.Length > 0 || !q.Key.Contains('.')) && Definition.Type(q.Question) == "choice" && q.Question["options"] is JsonArray).ToList();
        var parent = choices.FirstOrDefault(q => "$" + Definition.Id(q.Question) == question["optionsOf"]?.ToString()).Question;
        var options = parent is null ? Options : Options with { Columns = [.. Options.Columns, Field.Ticks("of") with { Items = [.. parent["options"]!.AsArray().Select(o => new Choice(o!["code"]!.ToString(), Phrases.Ja(o["label"])))] }] };
        return [options, Field.Choice("optionsOf", false) with { Items = [.. choices.Select(q => new Choice("$" + Definition.Id(q.Question), definition.Label(q.Question)))] }];
    }

    private static Field Options => Field.List("options", Field.Phrase("label", true), Field.Phrase("help")) with { OwnId = ("code", "o") };

    private static Field DocumentOf(Definition definition) =>
        Field.Choice("document", false) with { Items = [.. definition.Documents.OfType<JsonObject>().Select(d => new Choice(Definition.Id(d), Phrases.Ja(d["title"])))] };
}
