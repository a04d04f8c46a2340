using Madoguchi.Notices.Api;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Data;
using Madoguchi.Notices.Dispatch;
using Madoguchi.Notices.Issue;
using Madoguchi.Notices.Printing;
using Madoguchi.Notices.Reading;
using Madoguchi.Notices.Signing;
using Madoguchi.Notices.Verify;
using Madoguchi.Procedures.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Notices;

/// <summary>処分通知: number, letter, signature, dispatch, verification.</summary>
public sealed class NoticesModule : Module
{
    public override string Name => "notices";

    public override IReadOnlyList<string> Permissions => [NoticesPermissions.View, NoticesPermissions.Dispatch];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<NoticesDb>();
        services.AddSingleton(new PrinterOptions { Demo = options.Demo });
        services.AddSingleton<IPrinter, ChromiumPrinter>();
        services.AddSingleton<IPaperPrinter, PaperPrinter>();
        services.AddSingleton<ISigningKeys, KeptKeys>();
        services.AddSingleton<ILetterTrial, LetterTrials>();
        services.AddSingleton<LetterData>().AddSingleton<NoticeFiles>();
        services.AddOutboxSender<NoticeIssuer>();
        services.AddScoped<DocumentNumbers>();
        services.AddScoped<INotices, PreparedNotices>();
        services.AddScoped<ReadNotices>().AddScoped<OpenNotice>().AddScoped<VerifyNotice>();
        services.AddScoped<PaperQueue>().AddScoped<MarkPosted>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root) => NoticesApi.Map(api);
}
