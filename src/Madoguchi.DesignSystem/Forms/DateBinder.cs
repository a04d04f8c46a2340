using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.DesignSystem.Forms;

/// <summary>Binds DateOnly from the fields of <c>dads-date</c>, or from an ISO date.</summary>
internal sealed class DateBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext context)
    {
        var name = context.ModelName;
        var parts = new DateParts(Part(context, "year"), Part(context, "month"), Part(context, "day"), Part(context, "era"));
        var whole = context.ValueProvider.GetValue(name).FirstValue;
        if (parts is { Year: null, Month: null, Day: null } && string.IsNullOrEmpty(whole)) return Task.CompletedTask;

        if (parts.IsEmpty && string.IsNullOrEmpty(whole))
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            else Fail(context, "design.date.missing");
        }
        else if (parts.TryDate(out var day) || DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            context.Result = ModelBindingResult.Success(day);
        }
        else
        {
            Fail(context, "design.date.invalid");
        }

        return Task.CompletedTask;
    }

    private static void Fail(ModelBindingContext context, string key)
    {
        var text = context.HttpContext.RequestServices.GetRequiredService<Localizer>();
        context.ModelState.TryAddModelError(context.ModelName, text[key].Source);
        context.Result = ModelBindingResult.Failed();
    }

    private static string? Part(ModelBindingContext context, string part)
    {
        var key = $"{context.ModelName}.{part}";
        var posted = context.ValueProvider.GetValue(key);
        if (posted == ValueProviderResult.None) return null;
        context.ModelState.SetModelValue(key, posted);
        // The validator visits the day, not its parts; an unvisited part would leave the whole form invalid.
        context.ModelState.MarkFieldSkipped(key);
        return posted.FirstValue;
    }
}
