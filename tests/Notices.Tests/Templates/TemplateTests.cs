using System.Text.Json;
using Madoguchi.Notices.Templates;

namespace Notices.Tests.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("{{name}}", "髙橋 𠮷子")]
    [InlineData("{{ child.name }}", "海")]
    [InlineData("{{amount | yen}}", "1,234,567円")]
    [InlineData("{{day | date}}", "令和8年11月22日")]
    [InlineData("{{day | month}}", "令和8年11月")]
    [InlineData("{{number | tail3}}", "＊＊＊＊567")]
    [InlineData("{{missing?}}", "")]
    [InlineData("{{nothing?}}", "")]
    [InlineData("{{#if yes}}a{{else}}b{{/if}}", "a")]
    [InlineData("{{#if no}}a{{else}}b{{/if}}", "b")]
    [InlineData("{{#if missing?}}a{{/if}}", "")]
    [InlineData("{{#if empty}}a{{/if}}", "")]
    [InlineData("{{#if grade = \"全壊\"}}☑{{else}}□{{/if}}", "☑")]
    [InlineData("{{#if grade = \"半壊\"}}☑{{else}}□{{/if}}", "□")]
    [InlineData("{{#each items}}{{@number}}.{{name}}/{{grade}} {{/each}}", "1.a/全壊 2.b/全壊 ")]
    [InlineData("{{#each lines}}<p>{{.}}</p>{{/each}}", "<p>x</p><p>y</p>")]
    [InlineData("{{#each items}}{{#if last?}}!{{else}},{{/if}}{{/each}}", ",!")]
    [InlineData("} { }}", "} { }}")]
    public void Fills(string template, string expected) => Assert.Equal(expected, Decoded(Render(template)));

    [Fact]
    public void A_value_is_never_markup()
    {
        Assert.Equal("&lt;script&gt;&quot;&#39;&amp;", Render("{{evil}}"));
        Assert.Equal("{{name}}", Decoded(Render("{{tricky}}")));
    }

    [Theory]
    [InlineData("a\n{{oops}}", 2, "unknown field oops")]
    [InlineData("{{nothing}}", 1, "unknown field nothing")]
    [InlineData("{{#if oops}}x{{/if}}", 1, "unknown field oops")]
    [InlineData("{{#each oops}}x{{/each}}", 1, "unknown field oops")]
    [InlineData("{{#each name}}x{{/each}}", 1, "name is not a list")]
    [InlineData("{{child}}", 1, "child cannot be written")]
    [InlineData("{{name | yen}}", 1, "name cannot be written as yen")]
    [InlineData("{{name | shout}}", 1, "unknown format shout")]
    [InlineData("a\n\n{{#if yes}}x", 3, "{{#if}} is not closed")]
    [InlineData("{{#if yes}}x{{/each}}", 1, "{{/each}} is not understood here")]
    [InlineData("{{#if yes}}x{{else}}y{{else}}z{{/if}}", 1, "{{else}} stands twice")]
    [InlineData("{{else}}", 1, "{{else}} is not understood here")]
    [InlineData("{{#while yes}}", 1, "{{#while yes}} is not understood here")]
    [InlineData("{{{name}}}", 1, "{{{name}} is not understood here")]
    [InlineData("{{a b}}", 1, "a b is not the name of a field")]
    [InlineData("{{name", 1, "{{ is not closed by }}")]
    [InlineData("{{#include body}}", 1, "unknown part body")]
    [InlineData("{{#if grade = 全壊}}x{{/if}}", 1, "a value to compare with stands in \"quotes\"")]
    public void Names_template_line_and_reason(string template, int line, string reason)
    {
        var fault = Assert.Throws<TemplateFault>(() => Render(template));
        Assert.Equal(("t.html", line, reason), (fault.Template, fault.Line, fault.Reason));
    }

    [Fact]
    public void Parts_that_include_themselves_are_refused() =>
        Assert.Throws<TemplateFault>(() => Template.Parse("t.html", "{{#include self}}", _ => "{{#include self}}"));

    private static string Render(string template) => Template.Parse("t.html", template).Render(Values);

    private static string Decoded(string html) => System.Net.WebUtility.HtmlDecode(html);

    private static JsonElement Values => JsonSerializer.SerializeToElement(new
    {
        name = "髙橋 𠮷子",
        child = new { name = "海" },
        amount = 1234567,
        day = "2026-11-22",
        number = "1234567",
        yes = true,
        no = false,
        empty = Array.Empty<string>(),
        nothing = (string?)null,
        grade = "全壊",
        items = new object[] { new { name = "a" }, new { name = "b", last = true } },
        lines = new[] { "x", "y" },
        evil = "<script>\"'&",
        tricky = "{{name}}",
    });
}
