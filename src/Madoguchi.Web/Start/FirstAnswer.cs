namespace Madoguchi.Web.Start;

/// <summary>Knows when the first request was answered: what can wait until then waits.</summary>
internal sealed class FirstAnswer
{
    private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Given => given.Task;

    public RequestDelegate Watch(RequestDelegate next) => context =>
    {
        if (!Given.IsCompleted) context.Response.OnCompleted(SetAsync);
        return next(context);
    };

    private Task SetAsync()
    {
        given.TrySetResult();
        return Task.CompletedTask;
    }
}
