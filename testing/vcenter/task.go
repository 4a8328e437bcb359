package main

import (
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// answerTask gives the client a task of its own: that of the simulator comes after it, and only if nothing fails.
func (e *effect) answerTask(v *vcenter, w http.ResponseWriter, r *http.Request, asked call) {
	request := r.Clone(r.Context())
	context := *v.inventory.Service.Context // locks belong to the context that took them
	context.Context = v.inventory.Service.Context.Context
	name := strings.TrimSuffix(asked.method, "_Task") + "Task"
	task := simulator.CreateTask(asked.this, name, func(task *simulator.Task) (types.AnyType, types.BaseMethodFault) {
		return e.run(v, &context, task, request)
	})
	// A task holds the lock of its entity while it runs, and the call inside needs that lock: this one holds another.
	entity := *task.Info.Entity
	task.Info.Entity = &types.ManagedObjectReference{Type: "Task", Value: uuid.NewString()}
	task.Info.EntityName = v.nameOf(asked.this)
	reference := task.Run(&context)
	task.Info.Entity = &entity
	writeTask(w, asked.method, reference)
}

func (e *effect) run(v *vcenter, context *simulator.Context, task *simulator.Task, r *http.Request) (
	types.AnyType, types.BaseMethodFault,
) {
	const steps = 10
	for step := range int32(steps) {
		if cancelled(context, task) {
			return nil, &types.RequestCanceled{}
		}
		context.Map.AtomicUpdate(context, task, []types.PropertyChange{{Name: "info.progress", Val: step * 100 / steps}})
		time.Sleep(time.Duration(e.Delay) * time.Millisecond / steps)
	}
	if e.fault != nil {
		return nil, e.fault
	}
	return v.follow(context, r)
}

func cancelled(context *simulator.Context, task *simulator.Task) bool {
	var cancelled bool
	context.WithLock(task, func() { cancelled = task.Info.Cancelled })
	return cancelled
}

// follow does what the client asked for, and ends as that ends.
func (v *vcenter) follow(context *simulator.Context, r *http.Request) (types.AnyType, types.BaseMethodFault) {
	reference, fault := v.done(r)
	if fault != nil {
		return nil, fault
	}
	inner, ok := context.Map.Get(reference).(*simulator.Task)
	if !ok {
		return nil, systemError(errNoTask)
	}
	inner.Wait()
	if inner.Info.Error != nil {
		return nil, inner.Info.Error.Fault
	}
	return inner.Info.Result, nil
}
