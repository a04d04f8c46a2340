using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Studio.Publishing;

/// <summary>Who decides on a publication.</summary>
/// <param name="Name"><c>light</c> or <c>law</c>.</param>
/// <param name="CheckList">What the drafter says to have checked.</param>
internal sealed record Lane(string Name, IReadOnlyList<ApprovalStepDraft> Route, IReadOnlyList<string> CheckList);

/// <summary>講座・予約・アンケート: the 課長 decides. All else touches rights and duties: the DX office is asked first, with a check list of 法規 and 個人情報.</summary>
internal sealed class Lanes(IDirectory directory, IProcedures procedures, Localizer text, TimeProvider clock)
{
    /// <summary>Post of the office that looks after all procedures.</summary>
    public const string Office = "dx.officer";

    private static readonly string[] CheckList = ["law", "appeal", "criteria", "fee", "privacy", "language"];

    public Lane Of(Draft draft)
    {
        var manager = $"{draft.Division}.manager";
        if (IsLight(JsonNode.Parse(draft.Definition)!) && WasLight(draft.Slug)) return new Lane("light", [new ApprovalStepDraft(1, ApprovalStepKind.Decide, manager)], []);
        return directory.Post(Office) is null
            ? new Lane("law", [new ApprovalStepDraft(1, ApprovalStepKind.Decide, manager)], CheckList)
            : new Lane("law", [new ApprovalStepDraft(1, ApprovalStepKind.Concur, Office), new ApprovalStepDraft(2, ApprovalStepKind.Decide, manager)], CheckList);
    }

    // A form that a law or 条例 asks for, or that asks for 個人番号, goes the longer way, whatever it is called.
    private static bool IsLight(JsonNode definition) =>
        definition["nature"]!.GetValue<string>() is "booking" or "survey"
        && definition["procedureLaw"]?.ToString() is null or "none"
        && definition["personalData"]?["myNumber"]?.ToString() != "true";

    // What was more until now does not become light by saying so.
    private bool WasLight(string slug) => procedures.Card(slug) is not { } published || published.Nature is Nature.Booking or Nature.Survey;

    public bool HasAllPosts(Lane lane) => lane.Route.All(s => directory.Post(s.Post) is not null);

    /// <summary>What the first post on the route is called that nobody but the drafter holds or deputises today; null when each has somebody.</summary>
    public string? NobodyElse(Lane lane, string drafter)
    {
        var today = clock.Today();
        return lane.Route.Select(s => s.Post).FirstOrDefault(p => directory.HoldersOf(p, today).Concat(directory.DeputiesOf(p, today)).All(h => h.Id == drafter)) is { } post ? NameOf(post) : null;
    }

    /// <summary>「広報課 課長」.</summary>
    public string NameOf(string code) => directory.Post(code) is { } post ? $"{(post.Division is { } division ? directory.Division(division)?.Name : "")} {post.Name}".Trim() : code;

    public string WordsOf(string check) => text[$"staff.studio.checklist.{check}"].ToString();
}
