using Madoguchi.Residents.Contracts;
using Madoguchi.Applications.Answering;
using Madoguchi.Applications.Api;
using Madoguchi.Applications.Apply;
using Madoguchi.Applications.Booking;
using Madoguchi.Applications.Deadlines;
using Madoguchi.Applications.Decisions;
using Madoguchi.Applications.Export;
using Madoguchi.Applications.Figures;
using Madoguchi.Applications.LifeEvents;
using Madoguchi.Applications.Lists;
using Madoguchi.Applications.MyApplications;
using Madoguchi.Applications.Register;
using Madoguchi.Applications.Review;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Files.Contracts;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Notices.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications;

/// <summary>Wires the module.</summary>
public sealed class ApplicationsModule : Module
{
    public override string Name => "applications";

    public override IReadOnlyList<string> Permissions =>
    [
        ApplicationsPermissions.View, ApplicationsPermissions.Review, ApplicationsPermissions.Propose, ApplicationsPermissions.Export, ApplicationsPermissions.Register,
    ];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<ApplicationsDb>();
        services.AddScoped<Submit>().AddScoped<Intake>().AddScoped<Attaching>().AddScoped<SavedForms>().AddScoped<Prefilling>().AddScoped<Rewriting>();
        services.AddScoped<TakePlace>().AddScoped<Limiting>().AddScoped<ArrivalCounter>().AddScoped<FreePlace>().AddScoped<OfferPlace>().AddScoped<ConfirmPlace>().AddScoped<SessionCounter>();
        services.AddScoped<Matters>().AddScoped<History>().AddScoped<HistoryReader>().AddScoped<ApplicationViews>();
        services.AddScoped<BeginIntake>().AddScoped<ExportColumns>().AddScoped<ExportMatters>().AddScoped<Booking.SessionLists>().AddScoped<AnswerFigures>();
        services.AddScoped<ReadMatter>().AddScoped<UseFile>().AddScoped<ListChoices>().AddScoped<WaitingMatters>();
        services.AddSingleton(new StaffSlot(20, ApplicationsPermissions.View, "/Modules/Applications/Lists/_Waiting.cshtml"));
        services.AddScoped<MatterList>().AddScoped<ListNames>();
        services.AddScoped<Accept>().AddScoped<Assign>().AddScoped<SetPhase>().AddScoped<WriteNote>().AddScoped<WriteMessage>();
        services.AddScoped<RequestCorrection>().AddScoped<Amend>().AddScoped<Complete>().AddScoped<Extend>().AddScoped<Close>();
        services.AddScoped<Correct>().AddScoped<Withdraw>().AddScoped<PlaceReader>().AddScoped<ISessionPlaces, SessionPlaces>();
        services.AddSingleton<SealedPage>().AddSingleton<IInterruptedForms, ResumeForm>();
        services.AddScoped<IFormPreview, FormPreview>().AddScoped<IEditionEffects, EditionEffects>();
        services.AddScoped<OpenForms>().AddScoped<Sheets>().AddScoped<PageActs>().AddScoped<TakeFiles>();
        services.AddScoped<Propose>().AddScoped<ProposeList>().AddScoped<Drafting>().AddScoped<Deciding>().AddScoped<Telling>();
        services.AddScoped<LifePlans>().AddHostedService<SavedFormSweep>().AddHostedService<LifePlanSweep>();
        services.AddScoped<DeadlineLease>().AddScoped<TellOverdue>().AddScoped<LapseOffer>().AddSingleton<DeadlineWatch>().AddHostedService(s => s.GetRequiredService<DeadlineWatch>());
        services.AddScoped<TodoReader>().AddSingleton(new HomeSlot(10, "/Modules/Applications/MyApplications/_Todo.cshtml"));
        services.AddScoped<IMatterCounts, MatterCounts>();
        services.AddSingleton<ProcedureFigures>().AddSingleton<IProcedureFigures>(s => s.GetRequiredService<ProcedureFigures>()).AddHostedService(s => s.GetRequiredService<ProcedureFigures>());
        services.AddScoped<IAccountTies, ClosingAccounts>().AddHandler<AccountClosed, ClosingAccounts>();
        AddHandlers(services);
        services.AddScoped<ILookedAt, LookedMatters>().AddScoped<IOwnData, OwnMatterData>();
        services.AddScoped<IOwnMatters, OwnMatters>().AddScoped<IFileReaders, FileReaders>().AddScoped<IApplicationReaders, ApplicationReaders>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root) => ApplicationsApi.Map(api);

    private static void AddHandlers(IServiceCollection services)
    {
        services.AddHandler<ApprovalDecided, ApprovalHandlers>().AddHandler<ApprovalReturned, ApprovalHandlers>().AddHandler<ApprovalRejected, ApprovalHandlers>()
            .AddHandler<ApprovalRecalled, ApprovalHandlers>().AddHandler<ApprovalItemRemoved, ApprovalHandlers>();
        services.AddHandler<NoticeIssued, NoticeHandlers>().AddHandler<NoticeOpened, NoticeHandlers>().AddHandler<NoticePosted, NoticeHandlers>();
        services.AddHandler<ApplicationArrived, Letters>().AddHandler<CorrectionRequested, Letters>().AddHandler<CorrectionOverdue, Letters>()
            .AddHandler<DecisionNotified, Letters>().AddHandler<ApplicationCompleted, Letters>().AddHandler<MessageWritten, Letters>()
            .AddHandler<PlaceTaken, Letters>().AddHandler<PlaceOffered, Letters>().AddHandler<PlaceConfirmed, Letters>().AddHandler<PlaceLapsed, Letters>();
    }
}
