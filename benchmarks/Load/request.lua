-- One request, again and again: wrk -s request.lua URL -- METHOD BODYFILE|- HEADER…
-- A POST gets a key of its own each time, so that each is an application of its own.
local method, body, headers = "GET", nil, {}
local run, counter = "", 0

function setup(thread)
    thread:set("serial", math.random(1, 1000000000))
end

function init(args)
    method = args[1]
    if args[2] ~= "-" then
        local file = assert(io.open(args[2], "rb"))
        body = file:read("*a")
        file:close()
        headers["Content-Type"] = "application/json"
    end
    for i = 3, #args do
        local name, value = args[i]:match("^([^:]+):%s*(.*)$")
        headers[name] = value
    end
    math.randomseed(os.time() + serial)
    run = string.format("%x-%x-%x", os.time(), serial, math.random(1, 1000000000))
end

function request()
    if method == "POST" then
        counter = counter + 1
        headers["Idempotency-Key"] = run .. "-" .. counter
    end
    return wrk.format(method, nil, headers, body)
end

function done(summary, latency)
    local e = summary.errors
    io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, e.status,
        e.connect + e.read + e.write + e.timeout, latency:percentile(50), latency:percentile(99)))
end
