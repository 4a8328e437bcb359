package main

import (
	"log"
	"os"
	"os/exec"
	"strings"
)

// removeContainers removes what container-backed machines left: DVL_TEST_VCENTER_LABEL marks all that was made for them.
func removeContainers() {
	label := os.Getenv("DVL_TEST_VCENTER_LABEL")
	if label == "" {
		return
	}
	ids, err := exec.Command("docker", "ps", "-aq", "--filter", "label="+label).Output()
	if err != nil {
		log.Print("containers are not removed: ", err)
		return
	}
	if list := strings.Fields(string(ids)); len(list) > 0 {
		_ = exec.Command("docker", append([]string{"rm", "-fv"}, list...)...).Run()
	}
}
