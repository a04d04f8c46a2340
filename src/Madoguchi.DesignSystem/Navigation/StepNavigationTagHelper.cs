namespace Madoguchi.DesignSystem.Navigation;

public enum StepState
{
    /// <summary>Not come to yet.</summary>
    Waiting,

    Current,

    /// <summary>Come to before, not finished.</summary>
    Reached,

    Done,
    Error,
}

public sealed record Step(LocalizedText Label, StepState State, string? Href = null);

/// <summary>Where in the procedure the person stands.</summary>
[HtmlTargetElement("dads-step-navigation", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepNavigationTagHelper(Localizer text) : ViewTagHelper
{
    public IReadOnlyList<Step> Steps { get; set; } = [];

    public LocalizedText? Label { get; set; }

    public bool Vertical { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("nav", Vertical ? "dads-steps dads-steps--vertical" : "dads-steps");
        output.Set("aria-label", Label ?? text["design.steps"]);
        var list = El.Of("ol", null);
        for (var i = 0; i < Steps.Count; i++) list.Add(Line(Steps[i], i + 1));
        output.Fill(
            El.Of("p", "dads-hidden", text["design.steps.state", ("all", Steps.Count), ("reached", Steps.Select((s, i) => s.State == StepState.Waiting ? 0 : i + 1).DefaultIfEmpty().Max())]),
            list);
    }

    private TagBuilder Line(Step step, int number)
    {
        var mark = El.Of("span", "dads-step__mark", step.State switch
        {
            StepState.Done => Icons.Of(Icons.Check),
            StepState.Error => "!",
            _ => $"{number}",
        }).With("aria-hidden", "true");
        var label = El.Of("span", "dads-step__label", step.Label, El.Hidden($"（{text["design.step." + step.State]}）"));
        IHtmlContent inner = step.Href is null ? El.Of("span", "dads-step__inner", mark, label) : El.Of("a", "dads-step__inner", mark, label).With("href", Resolve(step.Href));
        return El.Of("li", "dads-step dads-step--" + step.State.ToString().ToLowerInvariant(), inner)
            .With("aria-current", step.State == StepState.Current ? "step" : null);
    }
}
