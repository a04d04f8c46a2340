using Madoguchi.Approvals.Contracts;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Comments;
using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Lists;
using Madoguchi.Studio.Keeping;
using Madoguchi.Studio.Outside;
using Madoguchi.Studio.Preview;
using Madoguchi.Studio.FiscalYears;
using Madoguchi.Studio.Publishing;
using Madoguchi.Studio.Sharing;
using Madoguchi.Studio.Updating;
using Madoguchi.Studio.Register;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Madoguchi.Studio;

/// <summary>Wires the module.</summary>
public sealed class StudioModule : Module
{
    public override string Name => "studio";

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<StudioDb>();
        services.AddScoped<DraftDesk>().AddScoped<StartDraft>().AddScoped<EmptyDefinition>();
        services.AddScoped<EditDraft>().AddScoped<Things>().AddScoped<Arrange>();
        services.AddSingleton<DraftReads>().AddSingleton<RandomTrials>();
        services.AddScoped<ReadComments>().AddScoped<SayComment>().AddScoped<MarkComment>();
        services.AddScoped<MakeLink>().AddScoped<EndLink>().AddScoped<LookDoor>().AddScoped<CommentFromOutside>().AddSingleton<LookTurns>();
        services.AddScoped<Origins>().AddScoped<AdaptToCity>().AddScoped<PackageReader>().AddScoped<ExportProcedure>().AddScoped<ImportProcedure>().AddScoped<UpdateProcedure>().AddScoped<ListQuestions>();
        services.AddScoped<Lanes>().AddScoped<ProposePublication>().AddScoped<PublishDraft>().AddScoped<CallOff>().AddScoped<DiscardDraft>().AddScoped<StopProcedure>();
        services.AddScoped<PublicationFacts>().AddScoped<GoOnKnowing>().AddScoped<Checks>().AddScoped<NoteCheck>();
        services.AddScoped<ProposeList>().AddScoped<ReadYear>().AddScoped<RollYear>();
        services.AddScoped<ReadRegister>().AddScoped<RegisterFigures>().AddScoped<KeepEntry>().AddScoped<RemoveEntry>().AddScoped<ImportRegister>().AddScoped<ExportRegister>();
        services.TryAddSingleton<BusinessCalendar>();
        services.AddSingleton<IOutboxSender, PublishSender>();
        services.AddHandler<ApprovalDecided, ApprovalHandlers>().AddHandler<ApprovalReturned, ApprovalHandlers>()
            .AddHandler<ApprovalRejected, ApprovalHandlers>().AddHandler<ApprovalRecalled, ApprovalHandlers>()
            .AddHandler<ApprovalItemRemoved, ApprovalHandlers>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        PreviewFiles.Map(root);
        ListTemplate.Map(root);
    }
}
