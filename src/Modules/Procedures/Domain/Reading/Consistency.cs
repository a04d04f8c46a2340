namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>What must agree between the parts of a definition.</summary>
internal static class Consistency
{
    public static void Check(Node node, ProcedureEdition edition)
    {
        if (node.Faults.Found.Count > 0) return;
        foreach (var disposition in edition.Dispositions.Values)
            foreach (var notice in disposition.AlsoNotices.Prepend(disposition.Notice))
                if (!edition.Notices.ContainsKey(notice)) node.Fault($"disposition {disposition.Kind} names an unknown notice {notice}");
        if (edition.Completion?.Notice is { } named && !edition.Notices.ContainsKey(named)) node.Fault($"completion names an unknown notice {named}");
        foreach (var outcome in edition.Afterwards.Keys)
            if (outcome != Afterwards.Arrived && !edition.Dispositions.ContainsKey(outcome) && (outcome != Afterwards.Completed || edition.Completion is null)) node.Fault($"afterwards names an outcome it never has: {outcome}");
        if (edition.Period.ExtensionNotice is { } extension && !edition.Notices.ContainsKey(extension)) node.Fault($"period names an unknown notice {extension}");

        if (edition.OpensAt >= edition.ClosesAt) node.Fault("closes before it opens");
        var isApplication = edition.Nature == Nature.Application;
        if (isApplication && (!edition.Dispositions.ContainsKey("grant") || !edition.Dispositions.ContainsKey("deny"))) node.Fault("an application needs the dispositions grant and deny");
        if (isApplication && edition.ReviewCriteria.Count == 0) node.Fault("an application needs reviewCriteria (行政手続法 5条)");
        if (!isApplication && edition.Completion is null) node.Fault("this nature needs a completion");
        if (edition.Nature == Nature.Booking != edition.Booking is not null) node.Fault("a booking needs the key booking, and no other nature has it");
        if (edition.Route.Count > 0 && edition.Route.Count(s => s.Kind == RouteStepKind.Decide) != 1) node.Fault("a route needs exactly one step that decides");
        foreach (var duplicate in edition.Form.Pages.GroupBy(p => p.Id).Where(g => g.Count() > 1)) node.Fault($"the page id {duplicate.Key} is used twice");
    }
}
