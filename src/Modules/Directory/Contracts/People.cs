namespace Madoguchi.Directory.Contracts;

/// <summary>A person wherever one is returned: id, name, and the post's name (null for residents).</summary>
public sealed record PersonRef(string Id, string Name, string? Post);

/// <summary>A division wherever one is returned.</summary>
public sealed record DivisionRef(string Code, string Name);

/// <summary>課, with what residents need to reach it.</summary>
/// <param name="DocumentSymbol">What its document numbers carry: 「み子支」.</param>
/// <param name="ViewsUndisclosed">Residents are not told that this division looked at their data: audit, tax inquiries, child protection, security (個人情報保護法78条).</param>
public sealed record Division(
    string Code, string Name, string Kana, string English, string Department, string DocumentSymbol,
    string Telephone, string Email, string Hours, string Address, bool ViewsUndisclosed = false)
{
    public DivisionRef Ref => new(Code, Name);
}

/// <summary>職位. A post outlives its holders; approvals go to posts.</summary>
/// <param name="Code"><c>division.rank</c>, or a name of its own such as <c>director</c>.</param>
/// <param name="Division">Code of its division; null above the divisions.</param>
/// <param name="Rank"><c>clerk</c>, <c>chief</c>, <c>manager</c>, <c>director</c>, …</param>
public sealed record Post(string Code, string Name, string? Division, string Rank);

/// <summary>職員.</summary>
/// <param name="SignsIn">False for those who only lend a name and a post, such as the mayor.</param>
public sealed record StaffMember(string Id, string Name, string Kana, string? Division, bool SignsIn);

/// <summary>処分庁 on a day: 「みなと台市長」 and who it was.</summary>
public sealed record Authority(string Code, string Title, string? HolderName);

/// <summary>A town of the city with its postal code (000-0000).</summary>
public sealed record Town(string PostalCode, string Name, string Kana);
