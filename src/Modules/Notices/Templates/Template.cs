using System.Text;
using System.Text.Json;

namespace Madoguchi.Notices.Templates;

/// <summary>
/// HTML with <c>{{field}}</c>, <c>{{field | format}}</c>, <c>{{#if field}}</c> or <c>{{#if field = "value"}}</c> … <c>{{else}}</c> …
/// <c>{{/if}}</c>, <c>{{#each list}}</c> … <c>{{/each}}</c>, <c>{{#include part}}</c>. Values are always escaped; a field the data
/// lacks is a fault, not a blank, unless written <c>{{field?}}</c>: an official letter with a hole must not leave the house.
/// </summary>
internal sealed class Template
{
    private readonly Node[] nodes;

    private Template(Node[] nodes) => this.nodes = nodes;

    /// <param name="name">File name, for faults.</param>
    /// <param name="source">The HTML.</param>
    /// <param name="part">Source of an included part by name; null when there is none.</param>
    /// <param name="made">Parts that are nodes already; asked first.</param>
    /// <exception cref="TemplateFault">Not a template.</exception>
    public static Template Parse(string name, string source, Func<string, string?>? part = null, Func<string, Node[]?>? made = null) =>
        new(new TemplateParser(name, source, part, depth: 0, made).Read());

    /// <exception cref="TemplateFault">A field is missing or has the wrong kind.</exception>
    public string Render(JsonElement values)
    {
        var html = new StringBuilder();
        var scope = new Scope(values);
        foreach (var node in nodes) node.Write(html, scope);
        return html.ToString();
    }
}
