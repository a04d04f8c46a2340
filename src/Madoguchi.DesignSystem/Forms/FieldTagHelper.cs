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

    /// <summary>Large on the pages of residents; the others where much stands close together.</summary>
    public FieldHeight Height { get; set; }

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
        if (Named.HasSupport) ids.Add(FormControlLabel.SupportId(Id));
        if (Invalid) ids.Add($"{Id}-error");
        foreach (var id in more) if (id is not null) ids.Add(id);
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    private protected FormControlLabel Named => new(Text, LabelText) { Support = Support, Required = Required, Readonly = Readonly, ReadonlyReason = ReadonlyReason, Heading = Heading };

    /// <summary>One control: label, support, control, errors.</summary>
    private protected void Single(TagHelperOutput output, IHtmlContent control, IHtmlContent? after = null)
    {
        output.Becomes("div", Css("dads-field"));
        output.Fill(Named.For(Id), Named.SupportFor(Id), control, after, ErrorPart());
    }

    /// <summary>Several controls under one legend.</summary>
    private protected void Group(TagHelperOutput output, IHtmlContent controls, string? describedBy = null)
    {
        output.Becomes("fieldset", Css("dads-field dads-field--group"));
        output.Set("id", Id);
        output.Set("tabindex", "-1");
        output.Set("aria-describedby", DescribedBy(describedBy));
        if (Disabled) output.Set("disabled", "disabled");
        output.Fill(Named.Legend(), Named.SupportFor(Id), controls, ErrorPart());
    }

    /// <summary>Lists and boxes know no read-only state: they are switched off, and what they hold is sent from here.</summary>
    private protected TagBuilder? Kept(string name, string? value) =>
        Readonly && !string.IsNullOrEmpty(value) ? El.Of("input").With("type", "hidden").With("name", name).With("value", value) : null;

    private string Css(string css) => css + (Height == FieldHeight.Lg ? "" : $" dads-field--{Height.ToString().ToLowerInvariant()}") + (Invalid ? " dads-field--invalid" : "");

    private protected TagBuilder? ErrorPart()
    {
        if (!Invalid) return null;
        var errors = El.Of("div", "dads-error").With("id", $"{Id}-error");
        foreach (var error in AllErrors) errors.Add(El.Of("p", null, "＊", error));
        return errors;
    }
}
