using System.Globalization;

namespace Madoguchi.DesignSystem.Forms;

/// <summary>Files to attach, and those attached already.</summary>
[HtmlTargetElement("dads-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper(Localizer text) : FieldTagHelper(text)
{
    public bool Multiple { get; set; }

    /// <summary>As in HTML: <c>.pdf,image/jpeg</c>.</summary>
    public string? Accept { get; set; }

    /// <summary>The allowed kinds in words.</summary>
    public LocalizedText? Types { get; set; }

    public long? MaxBytes { get; set; }

    public long? MaxTotalBytes { get; set; }

    public int? MaxFiles { get; set; }

    public IReadOnlyList<AttachedFile> Attached { get; set; } = [];

    public string RemoveName { get; set; } = "remove";

    public string? UploadName { get; set; }

    public string? UploadValue { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hint = Hint();
        var input = El.Of("input", "dads-file__input").With("type", "file").With("id", Id).With("name", FullName)
            .With("accept", Accept)
            .With("aria-invalid", Invalid ? "true" : null)
            .With("aria-describedby", DescribedBy(hint is null ? null : $"{Id}-hint"))
            .Flag("multiple", Multiple).Flag("disabled", Disabled || Readonly);
        var upload = UploadName is null ? null : El.Of("button", "dads-button dads-button--outline dads-button--md", El.Together(Text["design.file.upload"]))
            .With("type", "submit").With("name", UploadName).With("value", UploadValue).Flag("formnovalidate", true);
        Single(output, Box(El.Of("div", "dads-file", hint, El.Of("div", "dads-file__drop", input, upload))), AttachedList());
        output.PostElement.AppendHtml(El.Of("script", null).With("src", DesignAssets.FilesPath).With("type", "module"));
    }

    /// <summary>What the script knows: limits, and the sentences for the two places where it tells what came of a choice.</summary>
    private TagBuilder Box(TagBuilder box) => box
        .Add(
            El.Of("p", "dads-file__said").With("aria-live", "polite"),
            El.Of("p", "dads-file__wrong").With("aria-live", "assertive"))
        .With("data-max-bytes", MaxBytes?.ToString(CultureInfo.InvariantCulture))
        .With("data-max-total", MaxTotalBytes?.ToString(CultureInfo.InvariantCulture))
        .With("data-max-files", MaxFiles)
        .With("data-attached", Attached.Count)
        .With("data-attached-bytes", Attached.Sum(f => f.Bytes).ToString(CultureInfo.InvariantCulture))
        .With("data-drop", Text["design.file.drop"].ToString())
        .With("data-chosen", Text["design.file.chosen"].ToString())
        .With("data-too-large", MaxBytes is { } one ? Fault("tooLarge", ("size", Size(one))) : null)
        .With("data-too-many", MaxFiles is { } most ? Fault("tooMany", ("count", most)) : null)
        .With("data-too-much", MaxTotalBytes is { } all ? Fault("tooMuch", ("size", Size(all))) : null);

    private string Fault(string key, (string Name, object? Value) limit) => "＊" + Text["design.file." + key, limit];

    private TagBuilder? Hint()
    {
        var hint = El.Of("ul", "dads-file__hint").With("id", $"{Id}-hint");
        if (Types is not null) hint.Add(El.Of("li", null, Text["design.file.types", ("types", Types.ToString())]));
        if (MaxBytes is { } bytes) hint.Add(El.Of("li", null, Text["design.file.maxBytes", ("size", Size(bytes))]));
        if (MaxTotalBytes is { } total) hint.Add(El.Of("li", null, Text["design.file.maxTotal", ("size", Size(total))]));
        if (MaxFiles is { } count) hint.Add(El.Of("li", null, Text["design.file.maxFiles", ("count", count)]));
        return hint.HasInnerHtml ? hint : null;
    }

    private TagBuilder? AttachedList()
    {
        if (Attached.Count == 0) return null;

        var list = El.Of("ul", "dads-file__list");
        foreach (var file in Attached)
        {
            IHtmlContent name = Resolve(file.Href) is { } href
                ? El.Of("a", null, file.Name).With("href", href)
                : El.Of("span", null, file.Name);
            list.Add(El.Of("li", "dads-file__item",
                Icons.Of(Icons.File),
                El.Of("span", "dads-file__name", name, " ", El.Of("span", "dads-file__size", Size(file.Bytes))),
                Readonly ? null : El.Of("button", "dads-button dads-button--text dads-button--sm",
                        El.Together(Text["design.file.remove"]), El.Hidden($"（{file.Name}）"))
                    .With("type", "submit").With("name", RemoveName).With("value", file.Value).Flag("formnovalidate", true)));
        }

        return El.Of("div", "dads-file__attached", El.Of("p", "dads-file__title", Text["design.file.attached", ("count", Attached.Count)]), list);
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => Math.Round(bytes / 1024d / 1024d, 1).ToString(CultureInfo.InvariantCulture) + "MB",
        >= 1024 => (bytes / 1024).ToString(CultureInfo.InvariantCulture) + "KB",
        _ => bytes.ToString(CultureInfo.InvariantCulture) + "B",
    };
}
