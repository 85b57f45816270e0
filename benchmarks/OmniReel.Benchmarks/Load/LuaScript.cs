namespace OmniReel.Benchmarks.Load;

/// <summary>Writes the scripts that tell wrk what to send.</summary>
internal static class LuaScript
{
    /// <summary>The body of every create; <c>%s</c> takes the external id.</summary>
    public const string Body =
        """{"model_name":"kling-v3-omni","prompt":"A person dances by the sea at sunset, waves roll in","mode":"std","aspect_ratio":"16:9","duration":"5","multi_shot":false,"sound":"off","external_task_id":"%s"}""";

    /// <summary>POSTs <see cref="Body"/> with a new external id each time.</summary>
    public static string Create(string folder, string path, string key, string prefix) => Write(folder, "create.lua", $$"""
        local n = 0
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Authorization"] = "Bearer {{key}}"
        function request()
          n = n + 1
          return wrk.format("POST", "{{path}}", nil, string.format('{{Body}}', "{{prefix}}" .. n))
        end
        """);

    /// <summary>GETs one of the paths, in turn.</summary>
    public static string Get(string folder, string key, IReadOnlyList<string> paths) => Write(folder, "get.lua", $$"""
        local n, paths = 0, { {{string.Join(", ", paths.Select(p => $"\"{p}\""))}} }
        wrk.headers["Authorization"] = "Bearer {{key}}"
        function request()
          n = n + 1
          return wrk.format("GET", paths[n % #paths + 1])
        end
        """);

    private static string Write(string folder, string name, string script)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, script + "\n" + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Load", "figures.lua")));
        return path;
    }
}
