using System.Text.RegularExpressions;
using Madoguchi.Notices.Templates;

namespace Notices.Tests.Letters;

[Collection("printing")]
public sealed partial class LetterTests(City city)
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_letter_of_the_library_prints_tagged_with_its_fonts_and_a_valid_signature(string name)
    {
        var data = Samples.Data(name);
        var signed = city.Sign(await city.Printer.PrintAsync(Samples.Html(name), default));

        var file = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "letters")).FullName, name.Replace('/', '-') + ".pdf");
        await File.WriteAllBytesAsync(file, signed);

        var information = await Tool.Run("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Contains(data["title"]!.GetValue<string>(), information);
        Assert.Matches(@"Page size:.*A4", information);

        var fonts = (await Tool.Run("pdffonts", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(@"\byes (yes|no)\s+yes\b", f));

        var text = Spaces().Replace(await Tool.Run("pdftotext", file, "-"), "");
        foreach (var field in new[] { "title", "documentNumber" }) Assert.Contains(Spaces().Replace(data[field]!.GetValue<string>(), ""), text);
        Assert.Contains("は、公印の押印に代えて電子署名を行っています。", text);
        Assert.Contains("7K3M-9QAZ-2VXW-4N8P", text);
        Assert.Equal(data["appealGuidance"]!.GetValue<string>() != "F", text.Contains("取消しの訴え"));

        Assert.Contains("Signature is Valid.", await Tool.Run("pdfsig", file));
    }

    [Fact]
    public void A_letter_with_a_hole_is_not_made()
    {
        var data = Samples.Data("jido-teate-nintei/nintei");
        data["result"]!.AsObject().Remove("total");
        var fault = Assert.Throws<TemplateFault>(() => Samples.Html("jido-teate-nintei/nintei", data));
        Assert.Equal("unknown field result.total", fault.Reason);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
