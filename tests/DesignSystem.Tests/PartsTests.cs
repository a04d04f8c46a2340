using Madoguchi.DesignSystem.Forms;
using Madoguchi.Kernel.Text;

namespace DesignSystem.Tests;

public sealed class PartsTests
{
    private readonly Render render = new();

    [Fact]
    public void A_day_is_three_labelled_fields()
    {
        var group = render.Element(new DateTagHelper(render.Text) { For = render.For<DateOnly?>("Input.DueOn", new DateOnly(2026, 12, 4)), Label = "期限" });

        group.ShouldBeSound();
        Assert.Equal(["2026", "12", "4"], group.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Input.DueOn.year", "Input.DueOn.month", "Input.DueOn.day"], group.QuerySelectorAll("input").Select(i => i.GetAttribute("name")));
        Assert.Equal(["年", "月", "日"], group.QuerySelectorAll("label").Select(l => l.TextContent));
        Assert.All(group.QuerySelectorAll("input"), i => Assert.Equal("numeric", i.GetAttribute("inputmode")));
    }

    [Fact]
    public void A_birthday_may_be_written_with_its_era()
    {
        var group = render.Element(new DateTagHelper(render.Text)
        {
            Name = "child.birthDate", Label = "生年月日", Era = true, Birthday = true,
            Values = new Dictionary<string, string?> { ["era"] = "showa", ["year"] = "55", ["month"] = "1", ["day"] = "2" },
        });

        group.ShouldBeSound();
        Assert.Equal(["西暦", "令和", "平成", "昭和", "大正", "明治"], group.QuerySelectorAll("option").Select(o => o.TextContent));
        Assert.Equal("showa", group.One("option[selected]").GetAttribute("value"));
        Assert.Equal("bday-year", group.One("#child-birthDate-year").GetAttribute("autocomplete"));
    }

    [Fact]
    public void An_error_of_one_part_marks_that_part_and_is_told_by_the_group()
    {
        render.WithError("d.month", "月は1から12です");
        var group = render.Element(new DateTagHelper(render.Text) { Name = "d", Label = "日" });

        group.ShouldBeSound();
        Assert.Equal("d-month", group.One("[aria-invalid]").Id);
        Assert.Equal("＊月は1から12です", group.One("#d-error").Words());
    }

    [Fact]
    public void An_error_of_the_whole_marks_every_part()
    {
        render.WithError("d", "日付を入力してください");
        Assert.Equal(3, render.Element(new DateTagHelper(render.Text) { Name = "d", Label = "日" }).QuerySelectorAll("[aria-invalid=true]").Length);
    }

    [Theory]
    [InlineData("2026", "11", "22", null, "2026-11-22")]
    [InlineData("８", "１１", "２２", "reiwa", "2026-11-22")]
    [InlineData("元", "5", "1", "reiwa", "2019-05-01")]
    [InlineData("31", "5", "1", "heisei", "2019-05-01")]
    [InlineData("45", "1", "1", "meiji", "1912-01-01")]
    [InlineData("2026年", "2月", "28日", "seireki", "2026-02-28")]
    [InlineData("2026", "2", "29", null, null)]
    [InlineData("2026", "13", "1", null, null)]
    [InlineData("", "1", "1", null, null)]
    [InlineData("1", "1", "1", "edo", null)]
    [InlineData("-1", "1", "1", null, null)]
    public void Days_are_read_as_people_write_them(string year, string month, string day, string? era, string? expected)
    {
        var read = new DateParts(year, month, day, era).TryDate(out var date);
        Assert.Equal(expected is not null, read);
        if (expected is not null) Assert.Equal(expected, date.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void An_era_alone_is_no_answer() => Assert.True(new DateParts("", " ", null, "reiwa").IsEmpty);

    [Fact]
    public void A_name_has_four_parts_that_browsers_know()
    {
        var group = render.Element(new NameTagHelper(render.Text) { Name = "applicant", Label = "氏名" });
        group.ShouldBeSound();
        Assert.Equal(["applicant.family", "applicant.given", "applicant.familyKana", "applicant.givenKana"], group.QuerySelectorAll("input").Select(i => i.GetAttribute("name")));
        Assert.Equal("family-name", group.One("#applicant-family").GetAttribute("autocomplete"));
        Assert.Equal(2, render.Element(new NameTagHelper(render.Text) { Name = "n", Label = "氏名", Kana = false }).QuerySelectorAll("input").Length);
    }

    [Fact]
    public void Parts_come_from_the_properties_of_a_model()
    {
        var group = render.Element(new NameTagHelper(render.Text) { For = render.For("Name", new { Family = "髙橋", Given = "花子" }), Label = "氏名" });
        Assert.Equal("髙橋", group.One("#Name-family").GetAttribute("value"));
        Assert.Equal("花子", group.One("#Name-given").GetAttribute("value"));
    }

    [Fact]
    public void An_address_posts_the_official_prefecture_in_every_language()
    {
        var english = Render.In(Language.En);
        var group = english.Element(new AddressTagHelper(english.Text, Render.Texts)
        {
            Name = "a", Label = "Address", LookupName = "lookup", LookupValue = "a",
            Values = new Dictionary<string, string?> { ["prefecture"] = "東京都" },
        });

        group.ShouldBeSound();
        Assert.Equal(48, group.QuerySelectorAll("option").Length);
        Assert.Equal("東京都", group.One("option[selected]").GetAttribute("value"));
        Assert.Equal("Tokyo (東京都)", group.One("option[selected]").TextContent);
        Assert.Equal("postal-code", group.One("#a-postalCode").GetAttribute("autocomplete"));
        Assert.Equal("lookup", group.One("button").GetAttribute("name"));
        Assert.True(group.One("button").HasAttribute("formnovalidate"));
    }

    [Fact]
    public void A_bank_account_asks_for_its_kind_in_a_group_of_its_own()
    {
        var group = render.Element(new BankTagHelper(render.Text) { Name = "bank", Label = "口座", Values = new Dictionary<string, string?> { ["type"] = "current" } });
        group.ShouldBeSound();
        Assert.Equal("預金の種類", group.One("#bank-type legend").Words());
        Assert.Equal("current", group.One("input:checked").GetAttribute("value"));
    }

    [Fact]
    public void Attached_files_can_be_removed_one_by_one()
    {
        var field = render.Element(new FileTagHelper(render.Text)
        {
            Name = "files", Label = "証明書", Multiple = true, Types = "PDF", MaxBytes = 10 * 1024 * 1024, MaxFiles = 5,
            Attached = [new("f1", "就労.pdf", 2048, "~/files/1"), new("f2", "収入.jpg", 1)],
        });

        field.ShouldBeSound();
        Assert.True(field.One("input").HasAttribute("multiple"));
        Assert.Equal("使えるファイル：PDF 1つのファイルは10MBまで 5ファイルまで", string.Join(' ', field.QuerySelectorAll("#files-hint li").Select(l => l.TextContent)));
        Assert.Equal(["f1", "f2"], field.QuerySelectorAll("button[name=remove]").Select(b => b.GetAttribute("value")));
        Assert.Equal("取り消す（就労.pdf）", field.QuerySelectorAll("button[name=remove]")[0].Words());
        Assert.Equal("/files/1", field.One("a").GetAttribute("href"));
    }

    [Fact]
    public void A_group_holds_its_content()
    {
        var group = render.Element(new GroupTagHelper(render.Text) { Name = "spouse", Label = "配偶者", Heading = 2 }, "<p>中身</p>");
        group.ShouldBeSound();
        Assert.Equal("配偶者", group.One("legend h2").Words());
        Assert.Equal("中身", group.One(".dads-group p").TextContent);
    }
}
