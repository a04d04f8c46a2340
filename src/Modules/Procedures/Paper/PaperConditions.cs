using Madoguchi.Procedures.Domain.Sentences;

namespace Madoguchi.Procedures.Paper;

/// <summary>When a question, a page or a document of the definition applies, in plain words; null = always.</summary>
internal sealed class PaperConditions
{
    private readonly Dictionary<string, LocalizedText> sentences = [];

    public PaperConditions(Form form, JsonElement definition, IReadOnlyDictionary<string, string> numbers, Texts texts, Language language)
    {
        var sentenceTexts = new SentenceTexts(texts, language);
        var names = new NamesInWords(form, definition, null, numbers);
        foreach (var document in definition.GetProperty("requiredDocuments").EnumerateArray()) Add("document:" + Id(document), document, "when", names);
        foreach (var page in definition.GetProperty("form").GetProperty("pages").EnumerateArray())
        {
            Add("page:" + Id(page), page, "visibleWhen", names);
            foreach (var exit in List(page, "exits")) Add("exit:" + Id(exit), exit, "when", names);
            foreach (var question in List(page, "questions"))
            {
                AddQuestion("", question, names);
                foreach (var inner in List(question, "questions").Concat(List(question, "columns"))) AddQuestion(Id(question) + ".", inner, names.Inside(Id(question)));
            }
        }

        void AddQuestion(string prefix, JsonElement question, NamesInWords inScope)
        {
            Add(prefix + Id(question), question, "visibleWhen", inScope);
            if (question.TryGetProperty("required", out var required) && required.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Add("required:" + prefix + Id(question), question, "required", inScope);
        }

        void Add(string key, JsonElement holder, string name, NamesInWords inScope)
        {
            if (holder.TryGetProperty(name, out var condition)) sentences[key] = new ConditionSentences(sentenceTexts, inScope).When(condition);
        }
    }

    public LocalizedText? Question(string key) => sentences.GetValueOrDefault(key);

    public LocalizedText? Required(string key) => sentences.GetValueOrDefault("required:" + key);

    public LocalizedText? Page(string id) => sentences.GetValueOrDefault("page:" + id);

    public LocalizedText? Document(string id) => sentences.GetValueOrDefault("document:" + id);

    public LocalizedText? Exit(string id) => sentences.GetValueOrDefault("exit:" + id);

    private static string Id(JsonElement holder) => holder.GetProperty("id").GetString()!;

    private static IEnumerable<JsonElement> List(JsonElement holder, string key) => holder.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
