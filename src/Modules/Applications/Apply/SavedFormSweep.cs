using Microsoft.Extensions.Logging;

namespace Madoguchi.Applications.Apply;

/// <summary>下書き nobody has touched for 180 days vanish: what was never handed in is not kept. The page where a form begins says so.</summary>
internal sealed class SavedFormSweep(CityStore store, TimeProvider clock, ILogger<SavedFormSweep> log)
    : Sweep(store, clock, log, TimeSpan.FromDays(180), "delete from applications_saved_forms where updated_at < @before");
