using Madoguchi.Applications.Contracts;
using Madoguchi.Insights.Contracts;
using Madoguchi.Insights.Counting;
using Madoguchi.Insights.Look;
using Madoguchi.Insights.Rate;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Insights;

/// <summary>Wires the module.</summary>
public sealed class InsightsModule : Module
{
    public override string Name => "insights";

    public override IReadOnlyList<string> Permissions => [InsightsPermissions.View];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<InsightsDb>();
        services.AddSingleton<FormCounts>().AddSingleton<IFormWatch>(s => s.GetRequiredService<FormCounts>()).AddHostedService(s => s.GetRequiredService<FormCounts>());
        services.AddHostedService<CountSweep>().AddHostedService<WordsSweep>();
        services.AddSingleton<MatterKeys>().AddSingleton<IStartup>(s => s.GetRequiredService<MatterKeys>());
        services.AddScoped<RateProcedure>().AddScoped<ReadFigures>();
        services.AddSingleton(new SubmittedSlot(10, "/Modules/Insights/Rate/_Question.cshtml"));
    }
}
