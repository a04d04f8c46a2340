using Madoguchi.DesignSystem.Forms;

namespace DesignSystem.Tests;

public sealed class ChoiceTests
{
    private static readonly List<Choice> Items = [new("a", "働いている", "自営業もふくみます"), new("b", "病気"), new("c", "そのほか", Disabled: true)];

    private readonly Render render = new();

    [Fact]
    public void Radios_are_a_group_with_one_chosen()
    {
        var group = render.Element(new RadiosTagHelper(render.Text) { Name = "reason", Label = "理由", Items = Items, Value = "b", Required = true });

        group.ShouldBeSound();
        Assert.Equal("FIELDSET", group.TagName);
        Assert.Equal("reason", group.Id);
        Assert.Equal("理由※必須", group.One("legend").Words());
        Assert.Equal("b", group.One("input:checked").GetAttribute("value"));
        Assert.Equal("reason-1-support", group.QuerySelectorAll("input")[0].GetAttribute("aria-describedby"));
        Assert.True(group.QuerySelectorAll("input")[2].HasAttribute("disabled"));
    }

    [Fact]
    public void Checkboxes_show_what_was_posted_and_the_error_of_the_group()
    {
        render.ModelState.SetModelValue("Input.Questions", new[] { "a", "b" }, "a,b");
        render.WithError("Input.Questions", "1つにしてください");
        var group = render.Element(new CheckboxesTagHelper(render.Text) { For = render.For<string[]>("Input.Questions", []), Label = "質問", Items = Items });

        group.ShouldBeSound();
        Assert.Equal(["a", "b"], group.QuerySelectorAll("input:checked").Select(i => i.GetAttribute("value")));
        Assert.Equal("Input-Questions-error", group.GetAttribute("aria-describedby"));
        Assert.Equal("＊1つにしてください", group.One(".dads-error").Words());
    }

    [Fact]
    public void Checkboxes_show_the_model()
    {
        var group = render.Element(new CheckboxesTagHelper(render.Text) { For = render.For<string[]>("Q", ["b"]), Label = "質問", Items = Items });
        Assert.Equal("b", group.One("input:checked").GetAttribute("value"));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    public void Yes_or_no_has_no_answer_before_one_is_given(bool? model, int chosen)
    {
        var group = render.Element(new YesNoTagHelper(render.Text) { For = render.For("Single", model), Label = "ひとり親ですか" });
        group.ShouldBeSound();
        Assert.Equal(chosen, group.QuerySelectorAll("input:checked").Length);
        if (model is { } answer) Assert.Equal(answer ? "true" : "false", group.One("input:checked").GetAttribute("value"));
    }

    [Fact]
    public void A_single_box_has_its_label_beside_it()
    {
        var box = render.Element(new CheckboxTagHelper(render.Text) { For = render.For("Consent", true), Label = "同意します", Support = "書類が減ります", Errors = ["同意が必要です"] });
        box.ShouldBeSound();
        Assert.True(box.One("input").HasAttribute("checked"));
        Assert.Equal("true", box.One("input").GetAttribute("value"));
        Assert.Equal("Consent-support Consent-error", box.One("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void A_select_begins_with_no_choice()
    {
        var field = render.Element(new SelectTagHelper(render.Text) { Name = "s", Label = "園", Items = Items });
        field.ShouldBeSound();
        Assert.Equal("選択してください", field.QuerySelectorAll("option")[0].TextContent);
        Assert.Equal("", field.QuerySelectorAll("option")[0].GetAttribute("value"));
    }
}
