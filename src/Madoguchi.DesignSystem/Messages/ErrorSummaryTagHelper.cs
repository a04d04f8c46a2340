namespace Madoguchi.DesignSystem.Messages;

/// <summary>What is wrong and where; a null or empty field is shown without a link.</summary>
public sealed record ErrorItem(string? Field, LocalizedText Message);

/// <summary>All errors of the page at its top, each a link to its field. Writes nothing when all is well.</summary>
[HtmlTargetElement("dads-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Localizer text) : ViewTagHelper
{
    public IReadOnlyList<ErrorItem>? Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = (Items ?? FromModelState()).DistinctBy(i => (i.Field, i.Message.Source)).ToList();
        if (items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Becomes("div", "dads-error-summary");
        output.Set("role", "alert");
        output.Set("tabindex", "-1");
        output.Set("id", "error-summary");
        output.Set("aria-labelledby", "error-summary-heading");

        var list = El.Of("ul", "dads-error-summary__list");
        foreach (var (field, message) in items)
            list.Add(El.Of("li", null, string.IsNullOrEmpty(field) ? message : El.Of("a", null, message).With("href", "#" + FieldIds.Of(field))));
        output.Fill(
            El.Of("h2", "dads-error-summary__heading", Icons.Of(Icons.Error), El.Of("span", null, text["design.errors.heading", ("count", items.Count)]))
                .With("id", "error-summary-heading"),
            items.Any(i => !string.IsNullOrEmpty(i.Field)) ? El.Of("p", null, text["design.errors.lead"]) : null,
            list);
    }

    private IEnumerable<ErrorItem> FromModelState() =>
        from entry in ViewContext.ViewData.ModelState
        from error in entry.Value.Errors
        select new ErrorItem(entry.Key, error.ErrorMessage.Length > 0 ? error.ErrorMessage : text["design.error.unreadable"]);
}
