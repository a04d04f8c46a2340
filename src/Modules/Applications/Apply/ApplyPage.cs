using Madoguchi.DesignSystem.Messages;
using Madoguchi.DesignSystem.Navigation;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Apply;

/// <summary>What the pages of the way from the first question to the receipt share.</summary>
[ResidentsOnly]
internal abstract class ApplyPage : ResidentPage
{
    public OpenForm Open { get; private protected set; } = null!;

    public LocalizedText Title => Open.Edition.Title.In(Text.Language);

    public Division? Division => HttpContext.RequestServices.GetRequiredService<IDirectory>().Division(Open.Edition.Division);

    /// <summary>受付の停止: answers are kept, nothing can be sent.</summary>
    public ProcedureStop? Stop => HttpContext.RequestServices.GetRequiredService<IProcedures>().Stop(Open.Edition.Slug);

    public string CheckPath => $"~/apply/{Open.Id}/check";

    public string PathOf(FormPage page) => $"~/apply/{Open.Id}/{page.Id}";

    /// <summary>The pages of the form and the check at their end.</summary>
    /// <param name="current">Id of this page; null on the check page.</param>
    public IReadOnlyList<Step> StepsTo(string? current) =>
    [
        .. Open.Pages.Select(p => new Step(
            p.Title.In(Text.Language),
            p.Id == current ? StepState.Current : !Open.IsReached(p) ? StepState.Waiting : Open.IsDone(p) ? StepState.Done : StepState.Reached,
            p.Id != current && Open.IsReached(p) ? PathOf(p) : null)),
        new Step(Text["apply.check.step"], current is null ? StepState.Current : StepState.Waiting),
    ];

    /// <summary>What is wrong, in the order of the page; null = as the model state has it.</summary>
    public IReadOnlyList<ErrorItem>? Wrong { get; private set; }

    private protected FormPlace PlaceOf(string page) => new(Open.Edition.Slug, Open.Edition.Number, page);

    private protected void Say(IReadOnlyList<FieldError> errors)
    {
        Wrong = [.. errors.Select(e => new ErrorItem(NameOf(e), Text[$"error.{e.Code}", e.Arguments]))];
        foreach (var (field, message) in Wrong) ModelState.AddModelError(field!, message.Source);
    }

    /// <summary>A submitted form shows its receipt, whichever of its pages is opened.</summary>
    private protected RedirectResult Receipt(string intakeNumber) => Redirect(Url.Content($"~/my/applications/{intakeNumber}?submitted=true"));

    // The part of a name or address that is wrong has a field of its own.
    private static string NameOf(FieldError error) =>
        error.Arguments.FirstOrDefault(a => a.Name == "part").Value is string part ? $"{error.Field}.{part}" : error.Field;
}
