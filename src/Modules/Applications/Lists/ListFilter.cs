using Microsoft.AspNetCore.Http.Extensions;

namespace Madoguchi.Applications.Lists;

/// <summary>What the officer's list is narrowed to, as it stands in the page's address. Words searched for are never logged.</summary>
internal sealed record ListFilter
{
    public string? Procedure { get; init; }

    /// <summary>A status, <c>open</c> (not finished, what stands when nothing is said), or <c>all</c>.</summary>
    public string? Status { get; init; }

    public string? Division { get; init; }

    public string? Assignee { get; init; }

    public DateOnly? ArrivedFrom { get; init; }

    public DateOnly? ArrivedTo { get; init; }

    public string? Due { get; init; }

    public string? Q { get; init; }

    public string? Sort { get; init; }

    public string? After { get; init; }

    public bool IsNarrowed => Procedure is not null || Status is not null || Division is not null || Assignee is not null || ArrivedFrom is not null || ArrivedTo is not null || Due is not null;

    /// <summary>Who searches means all of them, who looks at the list means what is to be done.</summary>
    public string StatusMeant => Status ?? (string.IsNullOrWhiteSpace(Q) ? "open" : "all");

    public string SortMeant => Sort is "arrivedAt" or "dueOn" or "-dueOn" ? Sort : "-arrivedAt";

    /// <summary>The question to the list; what cannot be understood is left out.</summary>
    public ListQuery ToQuery(int limit) => new()
    {
        Procedure = Procedure,
        Open = StatusMeant == "open",
        Status = EnumText.Parse<ApplicationStatus>(StatusMeant) is { } status ? EnumText.Of(status) : null,
        Division = Division,
        Assignee = Assignee,
        ArrivedFrom = ArrivedFrom,
        ArrivedTo = ArrivedTo,
        Due = Due is "overdue" or "soon" ? Due : null,
        Q = Q,
        Sort = SortMeant,
        After = After,
        Limit = limit,
    };

    /// <summary>The address of the same list, or of another page over it.</summary>
    public string Href(string path = "~/staff/applications")
    {
        var query = new QueryBuilder();
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        }

        Put("procedure", Procedure);
        Put("status", Status);
        Put("division", Division);
        Put("assignee", Assignee);
        Put("arrivedFrom", ArrivedFrom?.ToString("yyyy-MM-dd", null));
        Put("arrivedTo", ArrivedTo?.ToString("yyyy-MM-dd", null));
        Put("due", Due);
        Put("q", Q);
        Put("sort", Sort);
        Put("after", After);
        return path + query.ToQueryString();
    }
}
