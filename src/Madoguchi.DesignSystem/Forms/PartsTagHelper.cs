namespace Madoguchi.DesignSystem.Forms;

/// <summary>A question answered in several inputs, posted as <c>name.part</c>.</summary>
public abstract class PartsTagHelper(Localizer text) : FieldTagHelper(text)
{
    /// <summary>Part → text; without it ModelState, then the properties of the model.</summary>
    public IReadOnlyDictionary<string, string?>? Values { get; set; }

    private protected virtual string? PartValue(string part)
    {
        if (Values is not null) return Values.GetValueOrDefault(part);
        if (Attempted($"{FullName}.{part}") is { } attempted) return attempted;
        return AsText(For?.ModelExplorer.Properties
            .FirstOrDefault(p => string.Equals(p.Metadata.PropertyName, part, StringComparison.OrdinalIgnoreCase))?.Model);
    }

    private protected string PartName(string part) => $"{FullName}.{part}";

    private protected string PartId(string part) => FieldIds.Of(PartName(part));

    /// <summary>A part is wrong when it has an error of its own, or when only the whole has one.</summary>
    private protected bool PartInvalid(string part) =>
        ErrorsOf(PartName(part)).Any() || (Invalid && !Parts.Any(p => ErrorsOf(PartName(p)).Any()));

    private protected string? PartDescribedBy(string part, bool supported)
    {
        string?[] ids = [supported ? FormControlLabel.SupportId(PartId(part)) : null, PartInvalid(part) ? $"{Id}-error" : null];
        var known = string.Join(' ', ids.OfType<string>());
        return known.Length == 0 ? null : known;
    }

    private protected TagBuilder PartInput(string part, FieldWidth width = FieldWidth.Full, string? inputmode = null, string? autocomplete = null, bool supported = false) =>
        El.Of("input", "dads-input" + (width switch
        {
            FieldWidth.Full => " dads-input--full",
            FieldWidth.Medium => " dads-input--medium",
            FieldWidth.Short => " dads-input--short",
            FieldWidth.Digits4 => " dads-input--digits4",
            FieldWidth.Digits2 => " dads-input--digits2",
            _ => "",
        }))
            .With("type", "text").With("id", PartId(part)).With("name", PartName(part)).With("value", PartValue(part))
            .With("inputmode", inputmode).With("autocomplete", autocomplete)
            .With("aria-invalid", PartInvalid(part) ? "true" : null)
            .With("aria-describedby", PartDescribedBy(part, supported))
            .Flag("readonly", Readonly);

    private protected TagBuilder PartField(string part, LocalizedText label, IHtmlContent control, LocalizedText? support = null) =>
        El.Of("div", "dads-part dads-part--" + part,
            El.Of("label", "dads-part__label", label).With("for", PartId(part)),
            support is null ? null : El.Of("p", "dads-support", support).With("id", FormControlLabel.SupportId(PartId(part))),
            control);
}
