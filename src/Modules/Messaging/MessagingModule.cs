using Madoguchi.Messaging.Announcements;
using Madoguchi.Messaging.Api;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Letters;
using Madoguchi.Messaging.Mail;
using Madoguchi.Messaging.Messages;
using Madoguchi.Messaging.Resend;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Messaging;

/// <summary>Wires the module.</summary>
public sealed class MessagingModule : Module
{
    public override string Name => "messaging";

    public override IReadOnlyList<string> Permissions => [MessagingPermissions.Resend, MessagingPermissions.Announce];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<MessagingDb>();
        services.AddScoped<ILetters, PostOffice>().AddScoped<ILetterBox, LetterBox>();
        services.AddSingleton<ILetterTexts, LetterComposer>();
        services.AddScoped<ListMessages>().AddScoped<MarkMessageRead>().AddScoped<ResendUndelivered>();
        services.AddSingleton<AnnouncementBoard>().AddHostedService(s => s.GetRequiredService<AnnouncementBoard>()).AddSingleton<IAnnouncements>(s => s.GetRequiredService<AnnouncementBoard>()).AddScoped<WriteAnnouncement>().AddScoped<ReadAnnouncements>();
        services.AddSingleton<IStartup, SeedAnnouncements>();
        services.AddSingleton<MailFolder>();
        if (options.Smtp is not null) services.AddSingleton<ISmtp, SmtpRelay>();
        else if (options.Demo) services.AddSingleton<ISmtp, MailToFolder>();
        else services.AddSingleton<ISmtp, NoSmtp>();
        services.AddOutboxSender<MailSender>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        MessagesApi.Map(api);
        Feed.Map(root);
    }
}
