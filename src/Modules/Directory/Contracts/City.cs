using System.Text.Json.Serialization;

namespace Madoguchi.Directory.Contracts;

/// <summary>The municipality as it names itself in notices and on every page.</summary>
public sealed record City
{
    /// <summary>全国地方公共団体コード, six digits.</summary>
    public string LgCode { get; init; } = "";

    public string Name { get; init; } = "";

    public string Kana { get; init; } = "";

    public string English { get; init; } = "";

    public string Prefecture { get; init; } = "";

    public CityAddress Address { get; init; } = new("", "", "", "", "", "");

    public string Telephone { get; init; } = "";

    /// <summary>Answered at night and on holidays, for emergencies; empty when there is none.</summary>
    public string NightTelephone { get; init; } = "";

    public string Hours { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>被告 of an action to revoke a disposition.</summary>
    public string Defendant { get; init; } = "";

    /// <summary>Who represents the defendant.</summary>
    public string Representative { get; init; } = "";

    /// <summary>The name of its theme; null: its own.</summary>
    [JsonIgnore]
    public ShownName? Shown { get; init; }

    /// <summary>Where an appeal goes.</summary>
    public ReviewingAuthorities ReviewingAuthorities { get; init; } = new("", "", "", "");
}

/// <summary>審査請求先 by kind: the mayor, the governor, and the two insurance boards of the prefecture.</summary>
public sealed record ReviewingAuthorities(string City, string Governor, string CareInsuranceBoard, string HealthInsuranceBoard);

/// <summary>Where the city hall stands.</summary>
public sealed record CityAddress(string PostalCode, string Prefecture, string City, string Town, string Street, string Building);
