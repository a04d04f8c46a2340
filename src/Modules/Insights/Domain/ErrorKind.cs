namespace Madoguchi.Insights.Domain;

/// <summary>The many codes of wrong answers as few kinds that say what to better in a question.</summary>
internal static class ErrorKind
{
    public const string Missing = "missing";
    public const string Length = "length";
    public const string Range = "range";
    public const string File = "file";
    public const string Rule = "rule";
    public const string Format = "format";

    /// <param name="code">Of the field error, such as <c>answer.missing</c>.</param>
    public static string Of(string code) => code[(code.LastIndexOf('.') + 1)..] switch
    {
        "notChosen" or "noFile" or "noFileNorLater" or "notDeclared" or "periodFrom" or "periodTo" => Missing,
        var missing when missing.EndsWith("issing", StringComparison.Ordinal) => Missing,
        "periodOrder" or "periodTooLong" or "outsideCity" or "noSession" => Range,
        "tooLong" or "tooShort" or "partTooLong" or "resultTooLong" => Length,
        "tooManyFiles" or "filesTooLarge" => File,
        var file when file.Contains("file", StringComparison.OrdinalIgnoreCase) => File,
        "tooManyDecimals" => Format,
        var range when range.StartsWith("too", StringComparison.Ordinal) => Range,
        "own" or "exit" => Rule,
        _ => Format,
    };
}
