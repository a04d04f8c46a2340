using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Madoguchi.DesignSystem.Forms;

/// <summary>What all form fields share: name, label, support text, value and errors, from a model expression or from free names.</summary>
public abstract class FieldTagHelper(Localizer text) : ViewTagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public LocalizedText? Label { get; set; }

    public LocalizedText? Support { get; set; }

    /// <summary>true: ※必須, false: 任意, null: nothing is said.</summary>
    public bool? Required { get; set; }

    public string? Value { get; set; }

    public IReadOnlyList<LocalizedText>? Errors { get; set; }

    /// <summary>1–6: the label is also the heading of the page or section.</summary>
    public int Heading { get; set; }

    public bool Disabled { get; set; }

    public bool Readonly { get; set; }

    public LocalizedText? ReadonlyReason { get; set; }

    private protected Localizer Text { get; } = text;

    private protected string FullName => For is null ? Name ?? "" : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private protected string Id => FieldIds.Of(FullName);

    private protected virtual IReadOnlyList<string> Parts => [];

    /// <summary>Errors of the page, then those of ModelState under the name and the names of its parts.</summary>
    private protected IReadOnlyList<LocalizedText> AllErrors => field ??=
    [
        .. (Errors ?? [])
            .Concat(ErrorsOf(FullName))
            .Concat(Parts.SelectMany(part => ErrorsOf($"{FullName}.{part}")))
            .Where(e => !e.IsEmpty)
            .DistinctBy(e => e.Source),
    ];

    private protected bool Invalid => AllErrors.Count > 0;

    private protected IEnumerable<LocalizedText> ErrorsOf(string key) =>
        ViewContext.ViewData.ModelState.TryGetValue(key, out var entry)
            ? entry.Errors.Select(e => new LocalizedText(e.ErrorMessage.Length > 0 ? e.ErrorMessage : Text["design.error.unreadable"].Source))
            : [];

    private protected string? CurrentValue => Value ?? Attempted(FullName) ?? AsText(For?.Model);

    private protected string? Attempted(string key) =>
        ViewContext.ViewData.ModelState.TryGetValue(key, out var entry) ? entry.AttemptedValue : null;

    private protected ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry : null;

    private protected static string? AsText(object? model) => model switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(model, CultureInfo.InvariantCulture),
    };

    private protected LocalizedText LabelText
    {
        get
        {
            if (Label is not null) return Label;
            var name = For?.Metadata.DisplayName ?? For?.Metadata.PropertyName ?? Name ?? "";
            return Text.Has(name) ? Text[name] : name;
        }
    }

    private protected string? DescribedBy(params ReadOnlySpan<string?> more)
    {
        List<string> ids = [];
        if (HasSupport) ids.Add($"{Id}-support");
        if (Invalid) ids.Add($"{Id}-error");
        foreach (var id in more) if (id is not null) ids.Add(id);
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    private protected IHtmlContent LabelContent()
    {
        var content = new HtmlContentBuilder();
        content.Put(LabelText);
        if (Readonly) content.Put(El.Of("span", "dads-label__status", Text["design.readonly"]));
        else if (Required is true) content.Put(El.Of("span", "dads-label__required", Text["design.required"]));
        else if (Required is false) content.Put(El.Of("span", "dads-label__status", Text["design.optional"]));
        return content;
    }

    /// <summary>One control: label, support, control, errors.</summary>
    private protected void Single(TagHelperOutput output, IHtmlContent control, IHtmlContent? after = null)
    {
        output.Becomes("div", Css("dads-field"));
        IHtmlContent label = El.Of("label", "dads-label", LabelContent()).With("for", Id);
        if (Heading is > 0 and < 7) label = El.Of($"h{Heading}", "dads-label-heading", label);
        output.Fill(label, SupportPart(), control, after, ErrorPart());
    }

    /// <summary>Several controls under one legend.</summary>
    private protected void Group(TagHelperOutput output, IHtmlContent controls, string? describedBy = null)
    {
        output.Becomes("fieldset", Css("dads-field dads-field--group"));
        output.Set("id", Id);
        output.Set("tabindex", "-1");
        output.Set("aria-describedby", DescribedBy(describedBy));
        if (Disabled) output.Set("disabled", "disabled");
        var label = LabelContent();
        if (Heading is > 0 and < 7) label = El.Of($"h{Heading}", "dads-label-heading", label);
        output.Fill(El.Of("legend", "dads-label", label), SupportPart(), controls, ErrorPart());
    }

    private bool HasSupport => Support is { IsEmpty: false } || (Readonly && ReadonlyReason is not null);

    private string Css(string css) => Invalid ? css + " dads-field--invalid" : css;

    private TagBuilder? SupportPart() => !HasSupport ? null : El.Of("div", "dads-support",
        Support is { IsEmpty: false } ? El.Of("p", null, Support) : null,
        Readonly && ReadonlyReason is not null ? El.Of("p", null, ReadonlyReason) : null).With("id", $"{Id}-support");

    private protected TagBuilder? ErrorPart()
    {
        if (!Invalid) return null;
        var errors = El.Of("div", "dads-error").With("id", $"{Id}-error");
        foreach (var error in AllErrors) errors.Add(El.Of("p", null, "＊", error));
        return errors;
    }
}
