using Madoguchi.Procedures.Domain.Sentences;

namespace Madoguchi.Procedures.Compare;

/// <summary>Conditions, computations and posts of one definition in words.</summary>
/// <param name="post">What a post is called; codes stay when null.</param>
internal sealed class DefinitionWords(Texts texts, Form form, JsonElement root, Func<string, string>? post = null)
{
    private readonly SentenceTexts sentences = new(texts, Language.Ja);

    public JsonElement Root => root;

    /// <summary>「…のとき」.</summary>
    /// <param name="group">Id of the group it stands in, or null.</param>
    public string When(JsonElement condition, string? group) => new ConditionSentences(sentences, Names(group)).When(condition);

    /// <summary>A value that is computed, or a day such as <c>@-18y</c>.</summary>
    public string Value(JsonElement value, string? group) => new ValueWords(sentences, Names(group)).Of(value);

    /// <summary>「担当課の課長」, or the name of the post.</summary>
    public string Post(string code) => code switch
    {
        "own:clerk" => "担当課の係員",
        "own:chief" => "担当課の係長",
        "own:manager" => "担当課の課長",
        _ => post?.Invoke(code) ?? code,
    };

    private NamesInWords Names(string? group) => new(form, root, group);
}
