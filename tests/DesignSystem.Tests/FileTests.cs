using Madoguchi.DesignSystem.Forms;

namespace DesignSystem.Tests;

public sealed class FileTests
{
    private readonly Render render = new();

    [Fact]
    public void Limits_are_written_before_anything_is_chosen()
    {
        var field = render.Element(new FileTagHelper(render.Text) { Name = "f", Label = "書類", Types = "PDF", MaxBytes = 10 << 20, MaxTotalBytes = 30 << 20, MaxFiles = 5, Multiple = true });
        field.ShouldBeSound();
        Assert.Equal(["使えるファイル：PDF", "1つのファイルは10MBまで", "合計30MBまで", "5ファイルまで"], field.QuerySelectorAll("#f-hint > li").Select(l => l.TextContent));
        Assert.Equal("f-hint", field.One("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void What_comes_of_a_choice_is_spoken_and_faults_at_once()
    {
        var box = render.Element(new FileTagHelper(render.Text) { Name = "f", Label = "書類", MaxBytes = 1024, MaxFiles = 2, Attached = [new("1", "a.pdf", 500)] }).One(".dads-file");
        Assert.Equal("", box.One("[aria-live=polite]").TextContent);
        Assert.Equal("", box.One("[aria-live=assertive]").TextContent);
        Assert.Equal(("1024", "2", "1", "500"), (box.GetAttribute("data-max-bytes"), box.GetAttribute("data-max-files"), box.GetAttribute("data-attached"), box.GetAttribute("data-attached-bytes")));
        Assert.Equal("＊{name}は1KBを超えています。小さくするか、別のファイルを選んでください", box.GetAttribute("data-too-large"));
        Assert.Equal("＊添付できるのは2ファイルまでです。選び直してください", box.GetAttribute("data-too-many"));
        Assert.Null(box.GetAttribute("data-too-much"));
    }
}
