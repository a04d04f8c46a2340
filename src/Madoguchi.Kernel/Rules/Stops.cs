namespace Madoguchi.Kernel.Rules;

/// <summary>Not there, or not the caller's to see: 404, never revealing which.</summary>
public sealed class NotFoundException() : Exception("Not found");

/// <summary>The caller may see it, but the act is not theirs: 403 with a code.</summary>
public sealed class ForbiddenException(string code = "not-permitted") : Exception(code)
{
    public string Code { get; } = code;
}

/// <summary>A refusal met where no <see cref="Result"/> can carry it (binding, commit).</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
