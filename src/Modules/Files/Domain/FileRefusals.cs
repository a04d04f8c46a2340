namespace Madoguchi.Files.Domain;

/// <summary>Why a file is not taken.</summary>
internal static class FileRefusals
{
    public static readonly Refusal TooLarge = new("file-too-large", RefusalKind.TooLarge);

    public static readonly Refusal Type = new("file-type", RefusalKind.UnsupportedType);

    /// <summary>The body is not one part named <c>file</c>, or it broke off.</summary>
    public static readonly Refusal Part = new("file-part", RefusalKind.Malformed);

    public static readonly Refusal Empty = Refusal.Invalid(new FieldError("file", "file-empty"));

    public static readonly Refusal Name = Refusal.Invalid(new FieldError("file", "file-name"));
}
