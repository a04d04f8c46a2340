using Madoguchi.Approvals.Acting;
using Madoguchi.Approvals.Api;
using Madoguchi.Approvals.Boxes;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Drafting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Approvals;

/// <summary>起案〜決裁: who is asked in which order, and what they said.</summary>
public sealed class ApprovalsModule : Module
{
    public override string Name => "approvals";

    public override IReadOnlyList<string> Permissions => [ApprovalsPermissions.Act, ApprovalsPermissions.View];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<ApprovalsDb>();
        services.AddScoped<IApprovals, ApprovalDesk>();
        services.AddScoped<Officers>().AddScoped<Announcer>().AddScoped<ApprovalViews>();
        services.AddScoped<ActOnApproval>().AddScoped<ReadApproval>().AddScoped<ListApprovals>();
        services.AddSingleton(new StaffSlot(10, ApprovalsPermissions.Act, "/Modules/Approvals/Boxes/_Waiting.cshtml"));
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root) => ApprovalsApi.Map(api);
}
