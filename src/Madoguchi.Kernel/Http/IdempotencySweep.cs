using Madoguchi.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Http;

/// <summary>Kept answers vanish after 48 hours.</summary>
internal sealed class IdempotencySweep(CityStore store, TimeProvider clock, ILogger<IdempotencySweep> log)
    : Sweep(store, clock, log, TimeSpan.FromHours(48), "delete from kernel_idempotency where created_at < @before");
