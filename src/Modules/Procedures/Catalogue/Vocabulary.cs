using System.Security.Cryptography;
using System.Text;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>
/// Fills in what a definition takes from the question bank and the option lists. Publication keeps the result:
/// an edition does not change when the bank does.
/// </summary>
internal sealed class Vocabulary(string folder)
{
    private readonly Lazy<JsonObject> bank = new(() => ReadObject(Path.Combine(folder, "questions.json")));

    /// <summary>The definition without references; unchanged when it has none or cannot be parsed, which is the reader's to say.</summary>
    public string Fill(string json, FaultList faults)
    {
        if (!Refers(json)) return json;
        try
        {
            using var whole = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            if (JsonNode.Parse(json, null, new JsonDocumentOptions { MaxDepth = 64 }) is not JsonObject definition) return json;
            if (definition["form"] is JsonObject form && form["pages"] is JsonArray pages)
                for (var i = 0; i < pages.Count; i++)
                    if (pages[i] is JsonObject page) FillList(page["questions"], $"$.form.pages[{i}].questions", faults);
            return definition.ToJsonString(ResultCheck.Relaxed);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return json;
        }
    }

    /// <summary>The questions of the bank as JSON, option lists filled in.</summary>
    public IEnumerable<(string Name, string Question)> Bank()
    {
        foreach (var (name, question) in bank.Value)
        {
            var list = new JsonArray(question!.DeepClone());
            FillList(list, "$", new FaultList(""));
            list[0]!.AsObject()["id"] ??= name;
            yield return (name, list[0]!.ToJsonString(ResultCheck.Relaxed));
        }
    }

    /// <summary>Of the question bank and all lists.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] lists = System.IO.Directory.Exists(Path.Combine(folder, "lists")) ? System.IO.Directory.GetFiles(Path.Combine(folder, "lists"), "*.json") : [];
        foreach (var path in lists.Order(StringComparer.Ordinal).Prepend(Path.Combine(folder, "questions.json")).Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool Refers(string json) =>
        json.Contains("\"use\"", StringComparison.Ordinal) || json.Contains("\"householdMembers\"", StringComparison.Ordinal) || json.Contains("\"file\"", StringComparison.Ordinal);

    private void FillList(JsonNode? list, string place, FaultList faults)
    {
        if (list is not JsonArray questions) return;
        for (var i = 0; i < questions.Count; i++)
        {
            if (questions[i] is not JsonObject question) continue;
            var at = $"{place}[{i}]";
            var filled = FromBank(question, at, faults);
            if (filled != question) questions[i] = filled;
            FillOptions(filled, at, faults);
            FillList(filled["questions"], at + ".questions", faults);
            FillList(filled["columns"], at + ".columns", faults);
        }
    }

    private JsonObject FromBank(JsonObject question, string place, FaultList faults)
    {
        var key = question.ContainsKey("use") ? "use" : Text(question["type"]) == "householdMembers" ? "type" : null;
        if (key is null) return question;
        var name = Text(question[key]);
        if (name is null || bank.Value[name] is not JsonObject known)
        {
            faults.Add($"{place}.{key}", $"the question bank has no {name ?? "such question"}");
            return question;
        }

        var filled = known.DeepClone().AsObject();
        filled["id"] ??= name;
        foreach (var (own, value) in question)
            if (own != key) filled[own] = value?.DeepClone();
        return filled;
    }

    private void FillOptions(JsonObject question, string place, FaultList faults)
    {
        if (question["options"] is not JsonObject { Count: 1 } reference || !reference.ContainsKey("file")) return;
        var name = Text(reference["file"]);
        var isName = name is { Length: > 0 and <= 60 } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        var file = isName ? Path.Combine(folder, "lists", name + ".json") : null;
        if (file is null || !File.Exists(file)) faults.Add($"{place}.options.file", $"there is no option list {name}");
        else question["options"] = JsonNode.Parse(File.ReadAllText(file));
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject ReadObject(string file) => File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : [];
}
