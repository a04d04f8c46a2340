namespace Madoguchi.Notices.Templates;

/// <summary>A template that cannot be read or filled; names the template and the line so that its author finds the place.</summary>
internal sealed class TemplateFault(string template, int line, string reason) : Exception($"{template}:{line}: {reason}")
{
    public string Template { get; } = template;

    public int Line { get; } = line;

    public string Reason { get; } = reason;
}
