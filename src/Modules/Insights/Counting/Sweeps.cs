using Microsoft.Extensions.Logging;

namespace Madoguchi.Insights.Counting;

/// <summary>Sums are kept for three years: long enough to compare a year with the one before.</summary>
internal sealed class CountSweep(CityStore store, TimeProvider clock, ILogger<CountSweep> log)
    : Sweep(store, clock, log, TimeSpan.FromDays(3 * 366), "delete from insights_form_counts where day < @before");

/// <summary>Words are kept for a year: somebody may have written what they should not. The score stays.</summary>
internal sealed class WordsSweep(CityStore store, TimeProvider clock, ILogger<WordsSweep> log)
    : Sweep(store, clock, log, TimeSpan.FromDays(366), "update insights_ratings set words = null where words is not null and day < @before");
