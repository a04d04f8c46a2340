namespace Madoguchi.Kernel.Rules;

/// <summary>What a refusal means to the caller; decides the HTTP status of the API and the place on the page.</summary>
public enum RefusalKind
{
    /// <summary>A rule of the field says no: 409.</summary>
    Rule,

    /// <summary>Answers or fields are not valid: 422 (API), 400 (page).</summary>
    Invalid,

    /// <summary>The caller may see the thing but not do this: 403.</summary>
    Forbidden,

    /// <summary>The caller's version is not the current one: 412.</summary>
    VersionMismatch,

    /// <summary>Too large: 413.</summary>
    TooLarge,

    /// <summary>The media type is not allowed: 415.</summary>
    UnsupportedType,

    /// <summary>Not understood at all: 400.</summary>
    Malformed,

    /// <summary>Busy, try again: 503 with Retry-After.</summary>
    Busy,
}

/// <summary>One thing wrong with one field. <paramref name="Code"/> names the sentence <c>error.{Code}</c> in Text/.</summary>
/// <param name="Field">Key of the field: a question id, <c>group[0].id</c>, or a form field's name.</param>
/// <param name="Code">Code of the sentence.</param>
/// <param name="Arguments">Named arguments of the sentence.</param>
public sealed record FieldError(string Field, string Code, params (string Name, object? Value)[] Arguments);

/// <summary>A rule said no. <paramref name="Code"/> is kebab-case, public in the API, and names the sentence <c>refusal.{Code}</c>.</summary>
public sealed record Refusal(string Code, RefusalKind Kind = RefusalKind.Rule)
{
    /// <summary>Not understood.</summary>
    public static readonly Refusal Malformed = new("malformed", RefusalKind.Malformed);

    /// <summary>What is wrong with which field; empty unless the kind is <see cref="RefusalKind.Invalid"/>.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>Named arguments of the sentence.</summary>
    public IReadOnlyList<(string Name, object? Value)> Arguments { get; init; } = [];

    /// <summary>Answers or form fields are not valid.</summary>
    public static Refusal Invalid(params IReadOnlyList<FieldError> fields) => new("invalid", RefusalKind.Invalid) { Fields = fields };
}
