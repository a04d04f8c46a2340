using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace DesignSystem.Tests;

public sealed class DateBinderTests
{
    [Fact]
    public async Task Three_fields_become_a_day()
    {
        var context = await Bind<DateOnly?>(("d.year", "８"), ("d.month", "11"), ("d.day", "22"), ("d.era", "reiwa"));
        Assert.Equal(new DateOnly(2026, 11, 22), context.Result.Model);
        Assert.True(context.ModelState.IsValid, "parts that no validator visits keep the form valid");
    }

    [Fact]
    public async Task An_iso_date_is_a_day_too()
    {
        var context = await Bind<DateOnly>(("d", "2026-11-22"));
        Assert.Equal(new DateOnly(2026, 11, 22), context.Result.Model);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_an_error_and_stays_typed()
    {
        var context = await Bind<DateOnly?>(("d.year", "2026"), ("d.month", "2"), ("d.day", "30"));
        Assert.False(context.Result.IsModelSet);
        Assert.Equal("正しい日付を入力してください", Assert.Single(context.ModelState["d"]!.Errors).ErrorMessage);
        Assert.Equal("30", context.ModelState["d.day"]!.AttemptedValue);
    }

    [Fact]
    public async Task Empty_fields_are_no_day_where_none_is_needed()
    {
        var optional = await Bind<DateOnly?>(("d.year", ""), ("d.month", ""), ("d.day", ""), ("d.era", "reiwa"));
        Assert.True(optional.Result.IsModelSet);
        Assert.Null(optional.Result.Model);

        var needed = await Bind<DateOnly>(("d.year", ""), ("d.month", ""), ("d.day", ""));
        Assert.Equal("日付を入力してください", Assert.Single(needed.ModelState["d"]!.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Nothing_posted_leaves_the_property_alone() => Assert.False((await Bind<DateOnly?>()).Result.IsModelSet);

    private static async Task<DefaultModelBindingContext> Bind<T>(params (string Key, string Value)[] posted)
    {
        var form = new FormCollection(posted.ToDictionary(p => p.Key, p => new StringValues(p.Value)));
        var services = new ServiceCollection().AddSingleton(new Render().Text).BuildServiceProvider();
        var context = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext { HttpContext = new DefaultHttpContext { RequestServices = services } },
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForType(typeof(T)),
            ModelName = "d",
            ModelState = new ModelStateDictionary(),
            ValueProvider = new FormValueProvider(BindingSource.Form, form, null),
        };
        await new DateBinder().BindModelAsync(context);
        return context;
    }
}
