using Madoguchi.DesignSystem.Forms;
using Madoguchi.DesignSystem.Markup;
using Madoguchi.Kernel.Text;

namespace DesignSystem.Tests;

public sealed class FieldTests
{
    private const string Hostile = "\"><script>alert(1)</script>{<b>|<i>}";

    private readonly Render render = new();

    [Fact]
    public void A_free_name_gets_a_safe_id_and_its_label_points_to_it()
    {
        var field = render.Element(new InputTagHelper(render.Text) { Name = "answers.child[0].birthPlace", Label = "出生地", Value = "みどり市", Required = true });

        field.ShouldBeSound();
        var input = field.One("input");
        Assert.Equal("answers-child-0--birthPlace", input.Id);
        Assert.Equal("answers.child[0].birthPlace", input.GetAttribute("name"));
        Assert.Equal("みどり市", input.GetAttribute("value"));
        Assert.Equal("出生地※必須", field.One("label").Words());
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void An_error_stands_beside_the_field_and_is_read_with_it()
    {
        render.WithError("Input.Reason", "理由を入力してください");
        var field = render.Element(new TextareaTagHelper(render.Text) { For = render.For<string?>("Input.Reason", null), Label = "理由", Support = "くわしく", Maxlength = 400 });

        field.ShouldBeSound();
        var area = field.One("textarea");
        Assert.Equal("true", area.GetAttribute("aria-invalid"));
        Assert.Equal("Input-Reason-support Input-Reason-error Input-Reason-limit", area.GetAttribute("aria-describedby"));
        Assert.Equal("＊理由を入力してください", field.One("#Input-Reason-error").Words());
        Assert.Equal("400文字以内", field.One("#Input-Reason-limit").Words());
    }

    [Fact]
    public void What_was_typed_stays_when_it_was_wrong()
    {
        render.WithAttempt("Amount", "三百万").WithError("Amount", "数字で");
        Assert.Equal("三百万", render.Element(new InputTagHelper(render.Text) { For = render.For("Amount", 0), Label = "収入" }).One("input").GetAttribute("value"));
    }

    [Fact]
    public void A_first_line_break_survives_the_textarea()
    {
        var area = render.Element(new TextareaTagHelper(render.Text) { Name = "a", Label = "a", Value = "\n二行目" }).One("textarea");
        Assert.Equal("\n二行目", area.TextContent);
    }

    [Fact]
    public void Hostile_values_are_text()
    {
        var choices = new List<Choice> { new(Hostile, Hostile, Hostile) };
        Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper[] fields =
        [
            new InputTagHelper(render.Text) { Name = Hostile, Label = Hostile, Value = Hostile, Support = Hostile, Suffix = Hostile, Errors = [Hostile] },
            new TextareaTagHelper(render.Text) { Name = Hostile, Label = Hostile, Value = "</textarea>" + Hostile },
            new SelectTagHelper(render.Text) { Name = Hostile, Label = Hostile, Items = choices, Value = Hostile },
            new RadiosTagHelper(render.Text) { Name = Hostile, Label = Hostile, Items = choices, Value = Hostile },
            new CheckboxesTagHelper(render.Text) { Name = Hostile, Label = Hostile, Items = choices, Values = [Hostile] },
            new CheckboxTagHelper(render.Text) { Name = Hostile, Label = Hostile, Value = Hostile, Support = Hostile },
            new NameTagHelper(render.Text) { Name = Hostile, Label = Hostile, Values = new Dictionary<string, string?> { ["family"] = Hostile } },
            new DateTagHelper(render.Text) { Name = Hostile, Label = Hostile, Era = true, Values = new Dictionary<string, string?> { ["year"] = Hostile } },
            new FileTagHelper(render.Text) { Name = Hostile, Label = Hostile, Types = Hostile, Attached = [new(Hostile, Hostile, 1, "javascript:alert(1)")] },
        ];
        foreach (var field in fields)
        {
            var element = render.Element(field);
            element.ShouldBeSound();
            Assert.Empty(element.QuerySelectorAll("script, b, i"));
            Assert.Empty(element.QuerySelectorAll("a[href^=javascript]"));
        }
    }

    [Fact]
    public void Ruby_is_kept_in_labels_and_errors_and_left_out_of_options()
    {
        var input = render.Element(new InputTagHelper(render.Text) { Name = "n", Label = "{名前|なまえ}", Support = "{漢字|かんじ}で", Errors = ["{名前|なまえ}を{書|か}いて"] });
        Assert.Equal("なまえ", input.One("label rt").TextContent);
        Assert.Equal("かんじ", input.One(".dads-support rt").TextContent);
        Assert.Equal(2, input.QuerySelectorAll(".dads-error rt").Length);

        var select = render.Element(new SelectTagHelper(render.Text) { Name = "n", Label = "園", Items = [new("1", "{中央|ちゅうおう}園")] });
        Assert.Equal("中央園", select.One("option[value='1']").TextContent);
    }

    [Fact]
    public void Fixed_words_follow_the_language()
    {
        var english = Render.In(Language.En);
        Assert.Equal("Reason*Required", english.Element(new InputTagHelper(english.Text) { Name = "r", Label = "Reason", Required = true }).One("label").Words());
        var easy = Render.In(Language.JaEasy);
        Assert.NotEmpty(easy.Element(new InputTagHelper(easy.Text) { Name = "r", Label = "a", Required = true }).QuerySelectorAll(".dads-label__required rt"));
    }

    [Fact]
    public void A_number_is_typed_on_a_number_keyboard_and_never_refused_by_the_browser()
    {
        var field = render.Element(new InputTagHelper(render.Text) { Name = "n", Label = "金額", Type = "number", Suffix = "円" });
        field.ShouldBeSound();
        Assert.Equal("text", field.One("input").GetAttribute("type"));
        Assert.Equal("numeric", field.One("input").GetAttribute("inputmode"));
        Assert.Equal("n-suffix", field.One("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void A_password_is_never_written_back()
    {
        render.WithAttempt("p", "secret");
        Assert.DoesNotContain("secret", render.Html(new InputTagHelper(render.Text) { Name = "p", Label = "p", Type = "password" }));
    }

    [Fact]
    public void A_read_only_field_says_so_and_why()
    {
        var field = render.Element(new InputTagHelper(render.Text) { Name = "n", Label = "番号", Readonly = true, ReadonlyReason = "受付後は変更できません" });
        field.ShouldBeSound();
        Assert.Equal("番号編集不可", field.One("label").Words());
        Assert.Equal("受付後は変更できません", field.One("#n-support").Words());
        Assert.True(field.One("input").HasAttribute("readonly"));
    }

    [Theory]
    [InlineData(FieldHeight.Lg, 0, 0)]
    [InlineData(FieldHeight.Md, 1, 0)]
    [InlineData(FieldHeight.Sm, 0, 1)]
    public void A_field_stands_in_three_heights(FieldHeight height, int md, int sm)
    {
        var field = render.Element(new DateTagHelper(render.Text) { Name = "d", Label = "日付", Height = height });
        Assert.Equal((md, sm), (field.ClassList.Count(c => c == "dads-field--md"), field.ClassList.Count(c => c == "dads-field--sm")));
    }

    [Fact]
    public void What_is_chosen_and_read_only_is_still_sent()
    {
        IReadOnlyList<Choice> items = [new("1", "中央"), new("2", "東")];
        foreach (var helper in new Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper[]
        {
            new SelectTagHelper(render.Text) { Name = "n", Label = "園", Items = items, Value = "2", Readonly = true, ReadonlyReason = "変更できません" },
            new RadiosTagHelper(render.Text) { Name = "n", Label = "園", Items = items, Value = "2", Readonly = true, ReadonlyReason = "変更できません" },
            new CheckboxesTagHelper(render.Text) { Name = "n", Label = "園", Items = items, Values = ["2"], Readonly = true, ReadonlyReason = "変更できません" },
            new CheckboxTagHelper(render.Text) { Name = "n", Label = "園", Value = "2", Checked = true, Readonly = true, ReadonlyReason = "変更できません" },
        })
        {
            var field = render.Element(helper);
            Assert.Equal("2", field.One("input[type=hidden][name=n]").GetAttribute("value"));
            Assert.All(field.QuerySelectorAll("select, input:not([type=hidden])"), control => Assert.True(control.HasAttribute("disabled")));
            Assert.Equal("変更できません", field.One("#n-support").Words());
        }
    }

    [Fact]
    public void A_read_only_box_left_empty_sends_nothing()
    {
        Assert.Empty(render.Element(new CheckboxTagHelper(render.Text) { Name = "n", Label = "同意", Readonly = true }).QuerySelectorAll("input[type=hidden]"));
    }

    [Fact]
    public void A_label_of_its_own_names_and_supports_a_control_of_the_page()
    {
        var html = render.Html(new FormControlLabelTagHelper(render.Text) { Name = "result.month", Label = "{月|つき}", Support = "翌月から", Required = true });
        var field = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<div>{html}<input id='result-month' aria-describedby='result-month-support'></div>").Body!.FirstElementChild!;
        field.ShouldBeSound();
        Assert.Equal("月つき※必須", field.One("label[for=result-month]").Words().Replace("(", "").Replace(")", ""));
        Assert.Equal("翌月から", field.One("#result-month-support").Words());
    }

    [Fact]
    public void A_number_keyboard_is_known_by_any_spelling() =>
        Assert.Equal("numeric", render.Element(new InputTagHelper(render.Text) { Name = "n", Label = "金額", Type = "Number" }).One("input[type=text]").GetAttribute("inputmode"));

    [Theory]
    [InlineData("answers.child[0].birthDate", "answers-child-0--birthDate")]
    [InlineData("氏名", "f--")]
    [InlineData("0a", "f0a")]
    [InlineData("", "field")]
    public void Ids_are_made_of_safe_characters(string name, string id) => Assert.Equal(id, FieldIds.Of(name));
}
